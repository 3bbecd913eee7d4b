package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
		final var process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final var late = CompletableFuture.runAsync(() -> kill(process), 
				CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread));
		try (var _ = cancel.onCancel(() -> kill(process)); var output = process.getInputStream()) {
			process.getOutputStream().close();
			final String words = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
			final int status = process.waitFor();
			cancel.check();
			if (late.isDone()) {
				throw BenchException.failed(NLS.bind(Messages.Program_timeout, command.getFirst(), timeout.toSeconds())).why(words.isEmpty() ? null : words).build();
			}
			return new Result(status, words);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} finally {
			late.cancel(false);
		}
	}

	/** Kills the process and its children, which QEMU has while it detaches itself. */
	private static void kill(Process process) {
		Stream.concat(process.descendants().toList().stream(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
	}
}
