package dev.benchtop.server.tftp.programs;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

import dev.benchtop.server.tftp.client.TftpClient;

/** A sparse file of 5 GiB, with numbers in it here and there: {@code FOLDER [BLOCK_SIZE [WINDOW]]}. */
public final class Large {

	private static final long SIZE = (5L << 30) + 7;

	private Large() {
	}

	public static void main(String[] arguments) throws Exception {
		final int blockSize = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1468;
		final int window = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
		final var folder = Files.createDirectories(Path.of(arguments[0]));
		final var path = folder.resolve("large");
		try (var file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(SIZE);
			for (long at = 0; at < SIZE - 8; at += 100_000_007) {
				file.seek(at);
				file.writeLong(at);
			}
		}
		final long expected = hash(path);
		try (var server = ServerProcess.own(folder, "128m", "127.0.0.1", 0, "64")) {
			final var seen = new CRC32C();
			final long start = System.nanoTime();
			final var result = new TftpClient(server.address()).sizes(blockSize, window).patience(2000, 20_000).get("large", seen::update);
			final double seconds = (System.nanoTime() - start) / 1e9;
			System.out.printf("%d bytes, hashes %s, %.1f s, %.0f MiB/s at %d/%d%n", result.bytes(),
					seen.getValue() == expected ? "match" : "DIFFER", seconds, SIZE / 1048576.0 / seconds, blockSize, window);
			if (seen.getValue() != expected || result.bytes() != SIZE) {
				throw new IllegalStateException("something else arrived");
			}
		} finally {
			Files.delete(path);
		}
	}

	private static long hash(Path path) throws Exception {
		final var hash = new CRC32C();
		final var buffer = ByteBuffer.allocateDirect(1 << 20);
		try (var channel = FileChannel.open(path)) {
			while (channel.read(buffer.clear()) >= 0) {
				hash.update(buffer.flip());
			}
		}
		return hash.getValue();
	}
}
