package dev.benchtop.server.tftp.programs;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * U-Boot in QEMU loads a file from this server and from others, and checks it: {@code FOLDER TOOLS [MEBIBYTES [ROUNDS]]}. One machine is booted
 * for all; this server grants windows of 16 at most, as it does unless told more, since U-Boot's network is dead once 32 packets wait for it. Each server listens on port 69 of an address of its own, which QEMU's user network passes on as it is.
 */
public final class Uboot {

	private static final int[][] CASES = { { 512, 1 }, { 512, 8 }, { 1024, 1 }, { 1428, 1 }, { 1468, 1 }, { 1468, 2 }, { 1468, 4 }, { 1468, 8 },
			{ 1468, 16 }, { 1468, 32 }, { 1468, 64 }, { 4096, 1 }, { 4096, 16 } };
	private static final int STALLS_AT = 32;
	private static final String PROMPT = "\n=> ";
	private static final long PATIENCE = 120_000_000_000L;
	private static final Pattern RATE = Pattern.compile("([0-9.]+) ([KM])iB/s");

	private final Process machine;
	private final Writer keys;

	private Uboot(Process machine) {
		this.machine = machine;
		this.keys = machine.outputWriter();
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
		final var machine = new ProcessBuilder("qemu-system-aarch64", "-machine", "virt", "-cpu", "cortex-a72", "-m", "512", "-bios",
				"/usr/lib/u-boot/qemu_arm64/u-boot.bin", "-display", "none", "-monitor", "none", "-serial", "stdio", "-netdev", "user,id=n", "-device",
				"virtio-net-device,netdev=n").redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (var peers = new Peers(folder, Path.of(arguments[1]), 69, 16)) {
			new Uboot(machine).run(peers, hash.getValue(), content.length, rounds);
		} finally {
			machine.destroy();
		}
	}

	private void run(Peers peers, long hash, int size, int rounds) throws IOException {
		until("stop autoboot");
		keys.write(" ");
		keys.flush();
		until(PROMPT);
		command("setenv autoload no");
		command("dhcp");
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
		command("setenv tftpblocksize " + sizes[0]);
		command("setenv tftpwindowsize " + sizes[1]);
		final var said = command("tftpboot 0x42000000 " + server.address().getAddress().getHostAddress() + ":image");
		final Matcher rate = RATE.matcher(said);
		if (!said.contains("Bytes transferred = " + size) || !rate.find()) {
			throw new IOException(name + " at " + sizes[0] + "/" + sizes[1] + ": " + said);
		}
		final var sum = command("crc32 0x42000000 ${filesize}");
		if (!sum.contains(String.format("==> %08x", hash))) {
			throw new IOException(name + " sent something else at " + sizes[0] + "/" + sizes[1] + ": " + sum);
		}
		final double mebibytes = Double.parseDouble(rate.group(1)) / (rate.group(2).equals("K") ? 1024 : 1);
		System.err.printf("%5d/%-2d %-10s %6.1f MiB/s%s%n", sizes[0], sizes[1], name, mebibytes,
				said.contains("T ") ? ", U-Boot's patience ran out on the way" : "");
		return mebibytes;
	}

	private String command(String line) throws IOException {
		keys.write(line + "\n");
		keys.flush();
		return until(PROMPT);
	}

	/** Reads on until the machine has said that. */
	private String until(String text) throws IOException {
		final var said = new StringBuilder();
		final var in = machine.getInputStream();
		final long end = System.nanoTime() + PATIENCE;
		while (said.length() < text.length() || said.indexOf(text, said.length() - text.length()) < 0) {
			if (in.available() == 0 && machine.isAlive()) {
				java.util.concurrent.locks.LockSupport.parkNanos(200_000);
			} else {
				final int next = in.read();
				if (next < 0) {
					throw new IOException("the machine ended: " + said);
				}
				said.append((char) next);
			}
			if (System.nanoTime() > end) {
				throw new IOException("the machine hangs: " + said);
			}
		}
		return said.toString();
	}
}
