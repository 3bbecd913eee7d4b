package dev.benchtop.disk.mux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** A program that runs to its end. */
record CommandLine(List<String> words, Path folder, Duration timeout) {

	private static final int LAST_WORDS = 400;

	/** What it printed; fails with its own words where it does not end in time, or with another status than 0. */
	String run(CancelToken cancel) throws BenchException {
		cancel.check();
		try {
			final Path output = Files.createTempFile("benchtop", ".out"); //$NON-NLS-1$ //$NON-NLS-2$
			try {
				return run(output, cancel);
			} finally {
				Files.delete(output);
			}
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Command_notStarted, shown())).why(e).next(Messages.Command_notStartedNext).build();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	/** Output goes to a file, because the end of a pipe would be waited for as long as any child holds it open. */
	private String run(Path output, CancelToken cancel) throws BenchException, IOException, InterruptedException {
		final Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		process.getOutputStream().close();
		try (var _ = cancel.onCancel(() -> end(process))) {
			final boolean late = !process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
			if (late) {
				end(process);
			}
			final int status = process.waitFor();
			cancel.check();
			final String said = Files.readString(output).strip();
			if (late) {
				throw failed(NLS.bind(Messages.Command_late, shown(), timeout.toSeconds()), said);
			}
			if (status != 0) {
				throw failed(NLS.bind(Messages.Command_status, shown(), status), said);
			}
			return said;
		}
	}

	private static BenchException failed(String what, String said) {
		final var failed = BenchException.failed(what);
		if (!said.isEmpty()) {
			failed.why(said.substring(Math.max(0, said.length() - LAST_WORDS)));
		}
		return failed.build();
	}

	private static void end(Process process) {
		Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList().forEach(ProcessHandle::destroyForcibly);
	}

	/** The command as it is shown; what a shell runs, without the shell. */
	private String shown() {
		return words.size() == 3 && words.get(1).equals("-c") ? words.get(2) : String.join(" ", words); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
