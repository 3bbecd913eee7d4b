package dev.benchtop.server.tftp.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import dev.benchtop.server.tftp.client.TftpClient;

/**
 * Compares this server with others on loopback: {@code FOLDER TOOLS [ROUNDS [MEBIBYTES]]}. All are asked by the same client, this project's own,
 * since the common ones ask for no windows. The servers take turns in every case of every round; round 0 is not counted, but its content is
 * compared.
 */
public final class Compare {

	private static final int[] BLOCK_SIZES = { 512, 1468, 8192, 65464 };
	private static final int[] WINDOWS = { 1, 4, 16, 64 };

	private final Path folder;
	private final int mebibytes;

	private Compare(Path folder, int mebibytes) {
		this.folder = folder;
		this.mebibytes = mebibytes;
	}

	public static void main(String[] arguments) throws IOException {
		final int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
		final int mebibytes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 64;
		new Compare(Files.createDirectories(Path.of(arguments[0])), mebibytes).run(Path.of(arguments[1]), rounds);
	}

	private void run(Path tools, int rounds) throws IOException {
		final var hashes = new ArrayList<Long>();
		for (final int blockSize : BLOCK_SIZES) {
			hashes.add(make(blockSize));
		}
		try (var peers = new Peers(folder, tools, 6969, 64)) {
			final var table = new Table(List.copyOf(peers.servers().keySet()));
			for (int round = 0; round <= rounds; round++) {
				for (int at = 0; at < BLOCK_SIZES.length; at++) {
					for (final int window : WINDOWS) {
						for (final var server : peers.servers().entrySet()) {
							if (window == 1 || Peers.windows(server.getKey())) {
								measure(server.getKey(), server.getValue(), BLOCK_SIZES[at], window, round, hashes.get(at), table);
							}
						}
					}
				}
			}
			System.out.print(table.markdown());
		}
	}

	private void measure(String name, ServerProcess server, int blockSize, int window, int round, long hash, Table table) throws IOException {
		final var client = new TftpClient(server.address()).sizes(blockSize, window).patience(3000, 20_000);
		final var seen = new CRC32();
		final long start = System.nanoTime();
		final var result = client.get(file(blockSize), round == 0 ? seen::update : block -> {
		});
		final double rate = result.bytes() / 1048576.0 / ((System.nanoTime() - start) / 1e9);
		if (round == 0 && seen.getValue() != hash) {
			throw new IOException(name + " sent something else at " + blockSize + "/" + window);
		}
		System.err.printf("%d %5d/%-2d %-10s %7.1f MiB/s%s%n", round, blockSize, window, name, rate,
				result.repeats() == 0 ? "" : ", " + result.repeats() + " times out of patience");
		if (round > 0) {
			table.add(blockSize, window, name, rate);
		}
	}

	private static String file(int blockSize) {
		return "noise-" + blockSize;
	}

	/** Large blocks go fast: their file is larger. */
	private long make(int blockSize) throws IOException {
		final int size = blockSize == 512 ? mebibytes / 4 : blockSize == 1468 ? mebibytes : mebibytes * 4;
		final var hash = new CRC32();
		final var random = new Random(blockSize);
		final var piece = new byte[1 << 20];
		try (var out = Files.newOutputStream(folder.resolve(file(blockSize)))) {
			for (int i = 0; i < size; i++) {
				random.nextBytes(piece);
				hash.update(piece);
				out.write(piece);
			}
		}
		return hash.getValue();
	}
}
