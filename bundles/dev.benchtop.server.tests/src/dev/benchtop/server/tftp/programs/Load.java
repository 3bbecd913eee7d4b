package dev.benchtop.server.tftp.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

import dev.benchtop.server.tftp.client.Relay;
import dev.benchtop.server.tftp.client.TftpClient;

/** Many clients at once through a network that loses 1 %, from a server with 128 MiB of heap: {@code FOLDER [CLIENTS [MEBIBYTES [SEED]]]}. */
public final class Load {

	private Load() {
	}

	public static void main(String[] arguments) throws Exception {
		final int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 256;
		final int mebibytes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
		final long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
		final var folder = Files.createDirectories(Path.of(arguments[0]));
		final var content = new byte[mebibytes << 20];
		new Random(seed).nextBytes(content);
		Files.write(folder.resolve("load"), content);
		final var expected = new CRC32();
		expected.update(content);
		System.out.println("seed " + seed);
		try (var server = ServerProcess.own(folder, "128m", "127.0.0.1", 0, "64");
				var relay = new Relay(server.address(), new Relay.Faults(10, 0, 0, 0), seed);
				var pool = Executors.newFixedThreadPool(clients)) {
			final var fetches = new ArrayList<Callable<Long>>();
			for (int i = 0; i < clients; i++) {
				fetches.add(() -> fetch(relay));
			}
			final long start = System.nanoTime();
			int matching = 0;
			for (final var hash : pool.invokeAll(fetches)) {
				matching += hash.get() == expected.getValue() ? 1 : 0;
			}
			final double seconds = (System.nanoTime() - start) / 1e9;
			System.out.printf("%d of %d hashes match, %.1f s, %.0f MiB/s; server: %s, %s%n", matching, clients, seconds,
					(double) clients * mebibytes / seconds, server.resources(), server.memory());
			if (matching != clients) {
				throw new IllegalStateException("not all hashes match");
			}
		}
	}

	private static long fetch(Relay relay) throws IOException {
		final var hash = new CRC32();
		new TftpClient(relay.address()).sizes(1468, 16).patience(5000, 120_000).get("load", hash::update);
		return hash.getValue();
	}
}
