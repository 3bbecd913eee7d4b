import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.disk.Disks;
import dev.benchtop.image.Imaging;

/** Measures writing an image to a loop device against the tools that do the same; see README.md. */
public final class DiskBenchmark {

	private static final int MIB = 1 << 20;
	private static final int XZ_BLOCK_MIB = 12;
	private static final String DD = "dd of=$DISK bs=4M oflag=direct iflag=fullblock conv=fsync status=none";

	private record Case(String name, Path image, String tool, double aim) {
	}

	/** Seconds, and the most memory in MiB. */
	private record Run(double seconds, double memory) {
	}

	private final Path folder;
	private final int mebibytes;
	private final int rounds;
	private final Path disk;

	private DiskBenchmark(Path folder, int mebibytes, int rounds) throws Exception {
		this.folder = folder;
		this.mebibytes = mebibytes;
		this.rounds = rounds;
		try (var file = new RandomAccessFile(folder.resolve("disk").toFile(), "rw")) {
			final byte[] noise = new byte[MIB];
			new Random(7).nextBytes(noise);
			for (int i = 0; i < mebibytes + 1; i++) {
				file.write(noise);
			}
		}
		final Process losetup = new ProcessBuilder("losetup", "--find", "--show", "--direct-io=on", folder.resolve("disk").toString()).start();
		this.disk = Path.of(losetup.inputReader().readLine());
	}

	public static void main(String[] arguments) throws Exception {
		final int mebibytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 512;
		final int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
		final var benchmark = new DiskBenchmark(Files.createDirectories(Path.of(arguments[0])).toRealPath(), mebibytes, rounds);
		try {
			benchmark.run();
		} finally {
			new ProcessBuilder("losetup", "--detach", benchmark.disk.toString()).inheritIO().start().waitFor();
		}
	}

	private void run() throws Exception {
		if (!Files.exists(folder.resolve("disk-image"))) {
			make(folder.resolve("disk-image"));
			shell("gzip -kc disk-image > disk-image.gz");
			shell("xz -T0 -3 --block-size=" + XZ_BLOCK_MIB + "MiB -kc disk-image > disk-image.xz");
			shell("zstd -qkc disk-image > disk-image.zst");
			shell("mkdir -p mapped && cp --sparse=always disk-image mapped/image && bmaptool create mapped/image -o mapped/image.bmap");
		}
		final var cases = List.of(new Case("raw", folder.resolve("disk-image"), "<disk-image " + DD, 0.95),
				new Case("bmap", folder.resolve("mapped/image"), "bmaptool -q copy --bmap mapped/image.bmap mapped/image $DISK", 1),
				new Case("gzip", folder.resolve("disk-image.gz"), "zcat disk-image.gz | " + DD, 1),
				new Case("xz", folder.resolve("disk-image.xz"), "xz -T0 -dc disk-image.xz | " + DD, 0.95),
				new Case("zstd", folder.resolve("disk-image.zst"), "zstdcat disk-image.zst | " + DD, 1));
		final Map<Case, List<Run[]>> runs = new LinkedHashMap<>();
		for (int round = 0; round <= rounds; round++) {
			for (final Case one : cases) {
				final boolean toolFirst = round % 2 == 0;
				final Run first = toolFirst ? tool(one) : own(one);
				final Run second = toolFirst ? own(one) : tool(one);
				final Run[] both = toolFirst ? new Run[] {first, second} : new Run[] {second, first};
				System.err.printf("%d %-5s %6.2f s %6.2f s%n", round, one.name, both[0].seconds, both[1].seconds);
				// the first round only warms up
				if (round > 0) {
					runs.computeIfAbsent(one, _ -> new ArrayList<>()).add(both);
				}
			}
		}
		System.out.printf("%d MiB, median of %d, %d cores, xz in blocks of " + XZ_BLOCK_MIB + " MiB%n%-6s %14s %14s %7s %6s %12s %12s%n", mebibytes, rounds,
				Runtime.getRuntime().availableProcessors(), "", "tool", "benchtop", "ratio", "aim", "tool memory", "our memory");
		runs.forEach((one, times) -> {
			final double tool = median(times.stream().mapToDouble(both -> both[0].seconds));
			final double own = median(times.stream().mapToDouble(both -> both[1].seconds));
			System.out.printf("%-6s %8.0f MiB/s %8.0f MiB/s %7.2f %6.2f %8.0f MiB %8.0f MiB%n", one.name, mebibytes / tool, mebibytes / own, tool / own, one.aim,
					times.stream().mapToDouble(both -> both[0].memory).max().orElse(0), times.stream().mapToDouble(both -> both[1].memory).max().orElse(0));
		});
	}

	private static double median(java.util.stream.DoubleStream values) {
		final double[] sorted = values.sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private Run tool(Case one) throws Exception {
		shell("sync");
		final long start = System.nanoTime();
		final Process process = start(one.tool);
		final Map<Long, Long> memory = new HashMap<>();
		while (process.isAlive()) {
			Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(each -> memory.merge(each.pid(), peak(Long.toString(each.pid())), Math::max));
			Thread.sleep(10);
		}
		if (process.waitFor() != 0) {
			throw new IllegalStateException(one.tool);
		}
		return new Run((System.nanoTime() - start) / 1e9, memory.values().stream().mapToLong(Long::longValue).sum() / 1024.0);
	}

	private Run own(Case one) throws Exception {
		shell("sync");
		System.gc();
		Files.writeString(Path.of("/proc/self/clear_refs"), "5");
		final long start = System.nanoTime();
		final FlashReport report = Imaging.standard().copy(new FlashRequest(one.image, one.name, "disk", false, Optional.empty()),
				new Disks().target(disk), "disk", Progress.none());
		final double seconds = (System.nanoTime() - start) / 1e9;
		if (!report.succeeded()) {
			throw new IllegalStateException(report.toString());
		}
		return new Run(seconds, peak("self") / 1024.0);
	}

	/** The most memory that a process has had, in KiB. */
	private static long peak(String process) {
		try (var lines = Files.lines(Path.of("/proc", process, "status"))) {
			return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
		} catch (IOException | java.io.UncheckedIOException e) {
			return 0;
		}
	}

	/** Half noise, a quarter text, a quarter zeros, in runs of up to 8 MiB. */
	private void make(Path file) throws IOException {
		final var random = new Random(1);
		try (var out = Files.newOutputStream(file)) {
			for (int left = mebibytes; left > 0;) {
				final int run = Math.min(left, 1 + random.nextInt(8));
				final int kind = random.nextInt(4);
				for (int i = 0; i < run; i++) {
					out.write(mebibyte(kind, random));
				}
				left -= run;
			}
		}
	}

	private static byte[] mebibyte(int kind, Random random) {
		final var data = new byte[MIB];
		if (kind < 2) {
			random.nextBytes(data);
		} else if (kind == 2) {
			final var text = new StringBuilder();
			while (text.length() < MIB) {
				text.append("entry ").append(random.nextInt(5000)).append(" of the log says ").append(Integer.toHexString(random.nextInt(1 << 20))).append('\n');
			}
			System.arraycopy(text.toString().getBytes(), 0, data, 0, MIB);
		}
		return data;
	}

	private Process start(String command) throws IOException {
		final var builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).inheritIO();
		builder.environment().put("DISK", disk.toString());
		return builder.start();
	}

	private void shell(String command) throws Exception {
		if (start(command).waitFor() != 0) {
			throw new IllegalStateException(command);
		}
	}
}
