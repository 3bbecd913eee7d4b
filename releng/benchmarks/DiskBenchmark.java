import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.disk.Disks;
import dev.benchtop.image.Imaging;

/** Measures writing an image to a loop device against the tools that do the same; see README.md. */
public final class DiskBenchmark {

	private static final String DD = "dd of=$DISK bs=4M oflag=direct iflag=fullblock conv=fsync status=none";

	private final Rounds rounds;
	private final Path disk;

	private DiskBenchmark(Rounds rounds) throws Exception {
		this.rounds = rounds;
		final Path file = rounds.folder.resolve("disk");
		try (var content = new RandomAccessFile(file.toFile(), "rw")) {
			final byte[] noise = new byte[Rounds.MIB];
			new Random(7).nextBytes(noise);
			for (int i = 0; i < rounds.mebibytes + 1; i++) {
				content.write(noise);
			}
		}
		final Process losetup = new ProcessBuilder("losetup", "--find", "--show", "--direct-io=on", file.toString()).start();
		this.disk = Path.of(losetup.inputReader().readLine());
	}

	public static void main(String[] arguments) throws Exception {
		final var benchmark = new DiskBenchmark(new Rounds(arguments));
		try {
			benchmark.run();
		} finally {
			new ProcessBuilder("losetup", "--detach", benchmark.disk.toString()).inheritIO().start().waitFor();
		}
	}

	private void run() throws Exception {
		final Path raw = rounds.image();
		final Path mapped = raw.resolveSibling("mapped").resolve("image");
		if (!Files.exists(mapped)) {
			rounds.shell("mkdir -p mapped && cp --sparse=always image mapped/image && bmaptool create mapped/image -o mapped/image.bmap");
		}
		final var aims = new LinkedHashMap<Rounds.Case, Double>();
		aims.put(of("raw", raw, "<image " + DD), 0.95);
		aims.put(of("bmap", mapped, "bmaptool -q copy --bmap mapped/image.bmap mapped/image $DISK"), 1.0);
		aims.put(of("gzip", raw.resolveSibling("image.gz"), "zcat image.gz | " + DD), 1.0);
		aims.put(of("xz", raw.resolveSibling("image.xz"), "xz -T0 -dc image.xz | " + DD), 0.95);
		aims.put(of("zstd", raw.resolveSibling("image.zst"), "zstdcat image.zst | " + DD), 1.0);
		final Map<Rounds.Case, Rounds.Result> results = rounds.take(List.copyOf(aims.keySet()));
		System.out.printf("%-6s %14s %14s %7s %6s %12s %12s%n", "", "tool", "benchtop", "ratio", "aim", "tool memory", "our memory");
		results.forEach((one, result) -> System.out.printf("%-6s %8.0f MiB/s %8.0f MiB/s %7.2f %6.2f %8.0f MiB %8.0f MiB%n", one.name(),
				rounds.mebibytes / result.seconds(0), rounds.mebibytes / result.seconds(1), result.ratio(1), aims.get(one), result.memory(0), result.memory(1)));
	}

	private Rounds.Case of(String name, Path image, String tool) {
		return new Rounds.Case(name, List.of(() -> tool(tool), () -> own(name, image)));
	}

	private Rounds.Run tool(String command) throws Exception {
		rounds.shell("sync");
		final long start = System.nanoTime();
		final Process process = rounds.start(command, Map.of("DISK", disk.toString()));
		final Map<Long, Long> memory = new HashMap<>();
		while (process.isAlive()) {
			Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(each -> memory.merge(each.pid(), peak(Long.toString(each.pid())), Math::max));
			Thread.sleep(10);
		}
		if (process.waitFor() != 0) {
			throw new IllegalStateException(command);
		}
		return new Rounds.Run((System.nanoTime() - start) / 1e9, memory.values().stream().mapToLong(Long::longValue).sum() / 1024.0);
	}

	private Rounds.Run own(String name, Path image) throws Exception {
		rounds.shell("sync");
		System.gc();
		Files.writeString(Path.of("/proc/self/clear_refs"), "5");
		final long start = System.nanoTime();
		final FlashReport report = Imaging.standard().copy(new FlashRequest(image, name, "disk", false, Optional.empty()),
				new Disks().target(disk, CancelToken.none()), "disk", Progress.none());
		final double seconds = (System.nanoTime() - start) / 1e9;
		if (!report.succeeded()) {
			throw new IllegalStateException(report.toString());
		}
		return new Rounds.Run(seconds, peak("self") / 1024.0);
	}

	/** The most memory that a process has had, in KiB. */
	private static long peak(String process) {
		try (var lines = Files.lines(Path.of("/proc", process, "status"))) {
			return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
		} catch (IOException | UncheckedIOException e) {
			return 0;
		}
	}
}
