package dev.benchtop.server.tftp.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.benchtop.server.tftp.client.Noise;
import dev.benchtop.server.tftp.client.TftpClient;

/**
 * Random and mutated packets: {@code FOLDER [PACKETS [SEED]]}. Afterwards the server has as many threads and descriptors as before, and serves.
 * Some noise goes ahead of the count, as the JVM opens its class files when it first needs them.
 */
public final class Fuzz {

	private static final int PIECE = 10_000;

	private Fuzz() {
	}

	public static void main(String[] arguments) throws Exception {
		final int packets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
		final long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
		final var folder = Files.createDirectories(Path.of(arguments[0]));
		Files.write(folder.resolve("a"), new byte[200_000]);
		System.out.println("seed " + seed);
		try (var server = ServerProcess.own(folder, "128m", "127.0.0.1", 0, "64", "500", "writable")) {
			try (var noise = new Noise(server.address(), seed - 1)) {
				noise.send(PIECE);
			}
			fetch(server);
			TimeUnit.SECONDS.sleep(8);
			final var before = server.resources();
			final long start = System.nanoTime();
			for (int sent = 0; sent < packets; sent += PIECE) {
				try (var noise = new Noise(server.address(), seed + sent)) {
					noise.send(Math.min(PIECE, packets - sent));
				}
				fetch(server);
			}
			System.out.printf("%d packets in %.1f s, served after each %d%n", packets, (System.nanoTime() - start) / 1e9, PIECE);
			TimeUnit.SECONDS.sleep(8);
			fetch(server);
			TimeUnit.SECONDS.sleep(8);
			final var after = server.resources();
			System.out.println("before: " + before + "; after: " + after + "; " + server.memory());
			if (!server.alive() || !before.equals(after)) {
				throw new IllegalStateException("something is left");
			}
		}
	}

	private static void fetch(ServerProcess server) throws Exception {
		if (new TftpClient(server.address()).sizes(1468, 16).patience(1000, 20_000).get("a", block -> {
		}).bytes() != 200_000) {
			throw new IllegalStateException("the server does not serve");
		}
	}
}
