package dev.benchtop.power.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** A program that runs to its end, in a process group of its own that ends with it. */
final class Command {

	private static final Path SETSID = Path.of("/usr/bin/setsid"); //$NON-NLS-1$
	private static final long GRACE_MILLIS = 2000;
	private static final int LAST_WORDS = 400;

	private final List<String> words;
	private final Path folder;
	private final Map<String, String> environment;
	private final Duration timeout;

	Command(List<String> words, Path folder, Map<String, String> environment, Duration timeout) {
		this.words = words;
		this.folder = folder;
		this.environment = environment;
		this.timeout = timeout;
	}

	/** What it printed; fails with its own words where it does not end in time, or with another status than 0. */
	String run(CancelToken cancel) throws BenchException {
		cancel.check();
		try {
			final Path output = Files.createTempFile("benchtop", ".out"); //$NON-NLS-1$ //$NON-NLS-2$
			final Path errors = Files.createTempFile("benchtop", ".err"); //$NON-NLS-1$ //$NON-NLS-2$
			try {
				return run(output, errors, cancel);
			} finally {
				Files.delete(output);
				Files.delete(errors);
			}
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Command_notStarted, shown())).why(e).next(Messages.Command_notStartedNext).build();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	/** Output goes to files, because the end of a pipe would be waited for as long as any child holds it open. */
	private String run(Path output, Path errors, CancelToken cancel) throws BenchException, IOException, InterruptedException {
		final boolean grouped = Files.isExecutable(SETSID);
		final var line = new ArrayList<String>(grouped ? List.of(SETSID.toString()) : List.of());
		line.addAll(words);
		final var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectOutput(output.toFile()).redirectError(errors.toFile());
		builder.environment().putAll(environment);
		final var process = builder.start();
		process.getOutputStream().close();
		try (var _ = cancel.onCancel(() -> end(process, grouped))) {
			final boolean late = !process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
			if (late) {
				end(process, grouped);
			}
			final int status = process.waitFor();
			cancel.check();
			final String said = read(output);
			if (late || status != 0) {
				throw failed(late, status, said, read(errors));
			}
			return said;
		}
	}

	private BenchException failed(boolean late, int status, String said, String complained) {
		final String last = complained.isEmpty() ? said : complained;
		final var error = BenchException.failed(late ? NLS.bind(Messages.Command_late, shown(), timeout.toMillis() / 1000.0)
				: NLS.bind(Messages.Command_status, shown(), status));
		if (!last.isEmpty()) {
			error.why(last.length() <= LAST_WORDS ? last : '\u2026' + last.substring(last.length() - LAST_WORDS));
		}
		return error.build();
	}

	/** Asks the group to end, and kills what is left of it shortly after. */
	private static void end(Process process, boolean grouped) {
		if (grouped) {
			signal("TERM", process); //$NON-NLS-1$
		} else {
			tree(process).forEach(ProcessHandle::destroy);
		}
		Thread.ofVirtual().start(() -> {
			try {
				process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
			} catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			if (grouped) {
				signal("KILL", process); //$NON-NLS-1$
			} else {
				tree(process).forEach(ProcessHandle::destroyForcibly);
			}
		});
	}

	private static List<ProcessHandle> tree(Process process) {
		return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
	}

	/** Signals the group; the shell's own kill is there where no other is. */
	private static void signal(String name, Process process) {
		try {
			new ProcessBuilder("sh", "-c", "kill -" + name + " -" + process.pid()).redirectErrorStream(true) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
		} catch (IOException _) {
			process.destroyForcibly();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private static String read(Path file) throws IOException {
		return new String(Files.readAllBytes(file), Charset.defaultCharset()).strip();
	}

	/** The command as it is shown; what a shell runs, without the shell. */
	private String shown() {
		return words.size() == 3 && words.get(1).equals("-c") ? words.get(2) : String.join(" ", words); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
