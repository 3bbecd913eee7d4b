package dev.benchtop.power.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

import dev.benchtop.testing.Needs;

/** A device file of a pseudo terminal, with a program behind it: it gets what is written, and what it returns is answered. */
final class FakeDevice implements AutoCloseable {

	private final Process socat;
	final Path file;

	/** @param manner is given all that has come, and returns the answer to that, or null while it is not enough */
	FakeDevice(Path folder, String name, Function<byte[], byte[]> manner) throws Exception {
		Needs.programs("socat");
		file = folder.resolve(name);
		final Path behind = folder.resolve(name + ".behind");
		socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + file, "pty,raw,echo=0,link=" + behind).inheritIO().start();
		while (Files.notExists(file) || Files.notExists(behind)) {
			if (!socat.isAlive()) {
				throw new IllegalStateException("socat ended");
			}
			Thread.sleep(5);
		}
		final var channel = FileChannel.open(behind, StandardOpenOption.READ, StandardOpenOption.WRITE);
		Thread.ofPlatform().daemon().start(() -> serve(channel, manner));
	}

	private static void serve(FileChannel channel, Function<byte[], byte[]> manner) {
		try (channel) {
			final var buffer = ByteBuffer.allocate(1024);
			while (channel.read(buffer) > 0) {
				final byte[] come = new byte[buffer.position()];
				buffer.flip().get(come);
				final byte[] answer = manner.apply(come);
				if (answer == null) {
					buffer.limit(buffer.capacity());
				} else {
					buffer.clear();
					RawDevice.write(channel, answer);
				}
			}
		} catch (IOException _) {
			return; // socat has ended
		}
	}

	@Override
	public void close() throws InterruptedException {
		socat.destroy();
		socat.waitFor();
	}
}
