package dev.benchtop.server.tftp.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import dev.benchtop.server.tftp.client.BootLoader;

/**
 * U-Boot in QEMU loads a file from this server and from others, and checks it: {@code FOLDER TOOLS [MEBIBYTES [ROUNDS]]}. One machine is booted
 * for all; this server grants windows of 16 at most, as it does unless told more, since U-Boot's network is dead there once 32 packets wait for
 * it. Each server listens on port 69 of an address of its own.
 */
public final class Uboot {

	private static final int[][] CASES = { { 512, 1 }, { 512, 8 }, { 1024, 1 }, { 1428, 1 }, { 1468, 1 }, { 1468, 2 }, { 1468, 4 }, { 1468, 8 },
			{ 1468, 16 }, { 1468, 32 }, { 1468, 64 }, { 4096, 1 }, { 4096, 16 } };
	private static final int STALLS_AT = 32;
	private static final Pattern RATE = Pattern.compile("([0-9.]+) ([KM])iB/s");

	private final BootLoader machine;

	private Uboot(BootLoader machine) {
		this.machine = machine;
	}

	public static void main(String[] arguments) throws Exception {
		final var folder = Files.createDirectories(Path.of(arguments[0]));
		final int mebibytes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 64;
		final int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
		final var content = new byte[mebibytes << 20];
		new Random(mebibytes).nextBytes(content);
		Files.write(folder.resolve("image"), content);
		final var hash = new CRC32();
		hash.update(content);
		try (var peers = new Peers(folder, Path.of(arguments[1]), 69, 16); var machine = BootLoader.start()) {
			new Uboot(machine).run(peers, hash.getValue(), content.length, rounds);
		}
	}

	private void run(Peers peers, long hash, int size, int rounds) throws IOException {
		final var table = new Table(List.copyOf(peers.servers().keySet()));
		for (int round = 0; round < rounds; round++) {
			for (final var sizes : CASES) {
				for (final var server : peers.servers().entrySet()) {
					final boolean able = sizes[1] == 1 || Peers.windows(server.getKey());
					if (able && (server.getKey().equals(Peers.OWN) || sizes[1] < STALLS_AT)) {
						table.add(sizes[0], sizes[1], server.getKey(), load(server.getKey(), server.getValue(), sizes, hash, size));
					}
				}
			}
		}
		System.out.print(table.markdown());
	}

	private double load(String name, ServerProcess server, int[] sizes, long hash, int size) throws IOException {
		final var said = machine.load(server.address().getAddress(), "image", sizes[0], sizes[1]);
		final var rate = RATE.matcher(said);
		if (!said.contains("Bytes transferred = " + size) || !rate.find()) {
			throw new IOException(name + " at " + sizes[0] + "/" + sizes[1] + ": " + said);
		}
		final var sum = machine.check();
		if (!sum.contains(String.format("==> %08x", hash))) {
			throw new IOException(name + " sent something else at " + sizes[0] + "/" + sizes[1] + ": " + sum);
		}
		final double mebibytes = Double.parseDouble(rate.group(1)) / (rate.group(2).equals("K") ? 1024 : 1);
		System.err.printf("%5d/%-2d %-10s %6.1f MiB/s%s%n", sizes[0], sizes[1], name, mebibytes,
				said.contains("T ") ? ", U-Boot's patience ran out on the way" : "");
		return mebibytes;
	}
}
