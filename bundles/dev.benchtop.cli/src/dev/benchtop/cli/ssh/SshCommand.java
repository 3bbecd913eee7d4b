package dev.benchtop.cli.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.cli.console.RawTerminal;
import dev.benchtop.cli.console.Terminal;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop ssh}: a command or a shell on the system that runs on a board. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "ssh")
public final class SshCommand implements CliCommand {

	private final Terminal terminal;

	@Parameters(index = "0", paramLabel = "BOARD", descriptionKey = "ssh.address")
	private String address;

	@Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND", descriptionKey = "ssh.command")
	private List<String> words = List.of();

	@Option(names = {"-t", "--terminal"}, descriptionKey = "ssh.terminal")
	private boolean onTerminal;

	@Option(names = "--system", descriptionKey = "ssh.system")
	private boolean system;

	@Activate
	public SshCommand() {
		this(RawTerminal::enter);
	}

	/** A command at another terminal. */
	public SshCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public boolean takesCommandLine() {
		return true;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var board = context.bench().board(place.board());
		final var shell = board.find(place.node(), RemoteShell.class).use(RemoteShell.class);
		if (system) {
			return runSystem(shell, context);
		}
		final Optional<String> command = words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words)); //$NON-NLS-1$
		if (command.isPresent() && !onTerminal) {
			try (var running = shell.start(command, Optional.empty(), context.token())) {
				return context.json() ? new Piped(running, context).runAsJson() : new Piped(running, context).run();
			}
		}
		try (var raw = terminal.enter()) {
			final var size = WindowSize.now();
			final var wanted = raw.isRaw() || onTerminal ? Optional.of(size.terminal()) : Optional.<RemoteShell.Terminal>empty();
			try (var running = shell.start(command, wanted, context.token())) {
				return raw.isRaw() ? new Interactive(running, context).run() : new Piped(running, context).run();
			}
		}
	}

	/** A key that the configuration holds as text lies in a file only for as long as the client goes. */
	private int runSystem(RemoteShell shell, CliContext context) throws BenchException {
		try {
			final Path keys = Files.createTempDirectory("benchtop"); //$NON-NLS-1$
			try {
				return runSystem(shell.client(keys), context);
			} finally {
				delete(keys);
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.SshCommand_noFolder).where(address).why(e).build();
		}
	}

	private static void delete(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			for (final Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(folder);
	}

	private int runSystem(List<String> client, CliContext context) throws BenchException {
		final var line = new ArrayList<>(client);
		if (onTerminal) {
			line.add("-t"); //$NON-NLS-1$
		}
		line.addAll(words);
		try {
			final var process = new ProcessBuilder(line).directory(context.workingFolder().toFile()).inheritIO().start();
			try (var _ = context.token().onCancel(process::destroy)) {
				return process.waitFor();
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.SshCommand_noClient).where(address).why(e).next(Messages.SshCommand_install).build();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}
}
