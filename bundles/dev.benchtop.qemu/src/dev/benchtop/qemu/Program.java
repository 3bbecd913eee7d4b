package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Runs a program of QEMU's to its end. */
final class Program {

	/**
	 * What it did.
	 *
	 * @param status its exit status
	 * @param words what it printed
	 */
	record Result(int status, String words) {
	}

	private Program() {
	}

	/**
	 * Runs it.
	 *
	 * @throws BenchException if it does not end in time, or cancelled; it and all that it started are then killed
	 */
	static Result run(List<String> command, Duration timeout, CancelToken cancel) throws BenchException, IOException {
		cancel.check();
		final Path output = Files.createTempFile("benchtop", ".out"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			return run(command, output, timeout, cancel);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} finally {
			Files.delete(output);
		}
	}

	/** Output goes to a file, because the end of a pipe would be waited for as long as any child holds it open. */
	private static Result run(List<String> command, Path output, Duration timeout, CancelToken cancel)
			throws BenchException, IOException, InterruptedException {
		final var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		process.getOutputStream().close();
		try (var _ = cancel.onCancel(() -> kill(process))) {
			final boolean late = !process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
			if (late) {
				kill(process);
			}
			final int status = process.waitFor();
			cancel.check();
			final String words = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
			if (late) {
				throw BenchException.failed(NLS.bind(Messages.Program_timeout, command.getFirst(), timeout.toSeconds())).why(words.isEmpty() ? null : words).build();
			}
			return new Result(status, words);
		}
	}

	/** Kills the process and its children, which QEMU has while it detaches itself. */
	private static void kill(Process process) {
		Stream.concat(process.descendants().toList().stream(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
	}
}
