package dev.benchtop.power.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Talks to a device file that several switches may share; a device that does not answer is closed. */
final class RawDevice {

	/** One conversation with the open device. */
	interface Talk<T> {
		T run(FileChannel device) throws IOException;
	}

	private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

	private RawDevice() {
	}

	/**
	 * Opens the device, talks, and closes it.
	 *
	 * @throws BenchException if it cannot be opened, does not answer in time, or cancelled
	 */
	static <T> T talk(Path file, Duration timeout, CancelToken cancel, Talk<T> talk) throws BenchException {
		final var lock = LOCKS.computeIfAbsent(file, _ -> new ReentrantLock());
		cancel.lock(lock);
		try (var device = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			final var result = new CompletableFuture<T>();
			Thread.ofPlatform().name("Device " + file).daemon().start(() -> { //$NON-NLS-1$
				try {
					result.complete(talk.run(device));
				} catch (IOException | RuntimeException e) {
					result.completeExceptionally(e);
				}
			});
			try (var _ = cancel.onCancel(() -> result.cancel(false))) {
				return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
			}
		} catch (CancellationException _) {
			throw BenchException.cancelled();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} catch (TimeoutException _) {
			throw BenchException.failed(NLS.bind(Messages.RawDevice_silent, file, timeout.toMillis() / 1000.0)).next(Messages.RawDevice_silentNext).build();
		} catch (ExecutionException e) {
			throw BenchException.failed(NLS.bind(Messages.RawDevice_failed, file)).why(e.getCause()).build();
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.RawDevice_notOpened, file)).why(e).next(Messages.RawDevice_notOpenedNext).build();
		} finally {
			lock.unlock();
		}
	}

	/** Writes all of it. */
	static void write(FileChannel device, byte[] bytes) throws IOException {
		final var buffer = ByteBuffer.wrap(bytes);
		while (buffer.hasRemaining()) {
			device.write(buffer);
		}
	}
}
