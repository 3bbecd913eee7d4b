package dev.benchtop.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;

import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.spi.CliCommand;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line: finds the command among those that bundles contribute, reads its options, and tells what came of it. */
@Component(service = CommandLineHost.class)
public final class CommandLineHost {

	private static final String NAME = "benchtop"; //$NON-NLS-1$
	private static final String TEXTS = "dev.benchtop.cli.commands"; //$NON-NLS-1$

	private final Benches benches;
	private final Supplier<List<CliCommand>> commands;

	/** The host of all commands that are contributed. */
	@Activate
	public CommandLineHost(@Reference Benches benches,
			@Reference(service = CliCommand.class, scope = ReferenceScope.PROTOTYPE_REQUIRED) List<ComponentServiceObjects<CliCommand>> commands) {
		this(benches, () -> commands.stream().map(ComponentServiceObjects::getService).toList());
	}

	/** A host of the commands that the supplier makes. */
	public CommandLineHost(Benches benches, Supplier<List<CliCommand>> commands) {
		this.benches = benches;
		this.commands = commands;
	}

	/** Runs the command that the arguments name; returns the exit code: 0 done, 1 failed, 2 wrong usage or bench file, 130 cancelled. */
	public int run(List<String> arguments, CommandIo io) {
		final var failures = new Failures(io, arguments.contains("--json")); //$NON-NLS-1$
		try {
			final var root = new Root();
			final var parsed = commandLine(root, io).parseArgs(arguments.toArray(String[]::new));
			final Integer help = CommandLine.executeHelpRequest(parsed);
			if (help != null) {
				return help;
			}
			final var line = parsed.asCommandLineList().getLast();
			if (line.getCommand() instanceof CliCommand command) {
				System.setProperty(BoardLocks.COMMAND, NAME + ' ' + line.getCommandName());
				return run(command, root, io);
			}
			line.usage(io.err());
			return BenchException.Kind.USAGE.exitCode();
		} catch (ParameterException e) {
			return failures.usage(e);
		} catch (BenchException e) {
			return failures.report(io.token().isCancelled() ? BenchException.cancelled() : e);
		} catch (RuntimeException e) {
			return failures.defect(e);
		}
	}

	private int run(CliCommand command, Root root, CommandIo io) throws BenchException {
		try (var session = new Session(benches, root, io, command.needsTrust())) {
			return command.run(session);
		}
	}

	private CommandLine commandLine(Root root, CommandIo io) {
		final var line = new CommandLine(root);
		line.getCommandSpec().version(version());
		commands.get().stream().map(CommandLineHost::commandLine).sorted(Comparator.comparing(CommandLine::getCommandName)).forEach(line::addSubcommand);
		line.setResourceBundle(ResourceBundle.getBundle(TEXTS, Locale.getDefault(), getClass().getClassLoader()));
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setOut(new PrintWriter(io.out(), true)).setErr(new PrintWriter(io.err(), true));
		return Converters.register(line, io.workingFolder());
	}

	private static CommandLine commandLine(CliCommand command) {
		return new CommandLine(command).setStopAtPositional(command.takesCommandLine());
	}

	private static String version() {
		final var bundle = FrameworkUtil.getBundle(CommandLineHost.class);
		return bundle == null ? NAME : NAME + ' ' + bundle.getVersion();
	}
}
