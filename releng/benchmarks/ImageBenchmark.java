import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import dev.benchtop.core.Places;
import dev.benchtop.core.Progress;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.BenchFolders;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.image.FileTarget;
import dev.benchtop.image.Imaging;
import dev.benchtop.qemu.QemuDriverFactory;

/** Measures unpacking and writing an image, to a file or to the disk of a virtual board, against the tools that do the same; see README.md. */
public final class ImageBenchmark {

	private static final int MIB = 1 << 20;
	private static final int XZ_BLOCK_MIB = 12;

	private static final String BOARD = """
			apiVersion: benchtop.dev/v1
			kind: Board
			metadata: {name: board}
			export:
			  machine: {type: qemu, config: {disks: {root: {size: 64M}}}}
			""";

	private record Case(String name, Path image, String tool) {
	}

	/** Where Benchtop writes to. */
	@FunctionalInterface
	private interface Target {
		FlashReport flash(FlashRequest request) throws Exception;
	}

	private final Path folder;
	private final int mebibytes;
	private final int rounds;
	private final Target target;

	private ImageBenchmark(Path folder, int mebibytes, int rounds, boolean board) throws Exception {
		this.folder = folder;
		this.mebibytes = mebibytes;
		this.rounds = rounds;
		this.target = board ? board() : file();
	}

	public static void main(String[] arguments) throws Exception {
		final int mebibytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 512;
		final int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
		final boolean board = arguments.length > 3 && arguments[3].equals("board");
		new ImageBenchmark(Files.createDirectories(Path.of(arguments[0])).toRealPath(), mebibytes, rounds, board).run();
	}

	private void run() throws Exception {
		final Path raw = folder.resolve("image");
		if (!Files.exists(raw)) {
			make(raw);
			shell("gzip -kc image > image.gz");
			shell("xz -T0 -3 --block-size=" + XZ_BLOCK_MIB + "MiB -kc image > image.xz");
			shell("zstd -qkc image > image.zst");
		}
		final var cases = List.of(new Case("raw", raw, "cp image out"), new Case("gzip", folder.resolve("image.gz"), "zcat image.gz > out"),
				new Case("xz", folder.resolve("image.xz"), "xz -T0 -dc image.xz > out"),
				new Case("zstd", folder.resolve("image.zst"), "zstdcat image.zst > out"));
		final Map<Case, List<double[]>> seconds = new LinkedHashMap<>();
		for (int round = 0; round <= rounds; round++) {
			for (final Case one : cases) {
				final double tool = time(() -> shell(one.tool + " && sync out"));
				final double plain = time(() -> copy(one.image, false));
				final double verified = time(() -> copy(one.image, true));
				System.err.printf("%d %-5s %6.2f s %6.2f s %6.2f s%n", round, one.name, tool, plain, verified);
				// the first round only warms up
				if (round > 0) {
					seconds.computeIfAbsent(one, key -> new ArrayList<>()).add(new double[] { tool, plain, verified });
				}
			}
		}
		System.out.printf("%d MiB, median of %d, %d cores, xz in blocks of " + XZ_BLOCK_MIB + " MiB%n%-6s %-26s %10s %10s %10s %8s%n", mebibytes, rounds, Runtime.getRuntime().availableProcessors(), "",
				"tool", "tool", "benchtop", "verified", "ratio");
		seconds.forEach((one, times) -> {
			final double tool = median(times, 0);
			final double plain = median(times, 1);
			System.out.printf("%-6s %-26s %5.0f MiB/s %5.0f MiB/s %5.0f MiB/s %7.2f%n", one.name, one.tool, mebibytes / tool, mebibytes / plain,
					mebibytes / median(times, 2), tool / plain);
		});
	}

	private static double median(List<double[]> times, int column) {
		final double[] sorted = times.stream().mapToDouble(row -> row[column]).sorted().toArray();
		return sorted[sorted.length / 2];
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

	private interface Task {
		void run() throws Exception;
	}

	private double time(Task task) throws Exception {
		shell("rm -f out; sync .");
		final long start = System.nanoTime();
		task.run();
		return (System.nanoTime() - start) / 1e9;
	}

	private Target file() {
		return request -> Imaging.standard().copy(request, new FileTarget(folder.resolve("out"), OptionalLong.empty()), "out", Progress.none());
	}

	/** A virtual board in a bench of its own. */
	private Target board() throws Exception {
		final Path bench = Files.createDirectories(folder.resolve("bench"));
		Files.writeString(bench.resolve("board.yaml"), BOARD);
		final Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", folder.toString()));
		for (final String place : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")) {
			environment.put(place, Files.createDirectories(folder.resolve(place)).toString());
		}
		final var places = new Places(environment);
		final var registry = new DriverRegistry(List.of(new QemuDriverFactory(Imaging.standard())));
		final var opened = new BenchFolders(registry, new SecretStore(places.config()), places).open(bench, Benches.Mode.ONCE);
		opened.trust();
		final var flasher = opened.board("board").find("", Flasher.class).use(Flasher.class);
		return request -> flasher.flash(request, Progress.none());
	}

	private void copy(Path image, boolean verify) throws Exception {
		final FlashReport report = target.flash(new FlashRequest(image, image.toString(), "root", verify, Optional.empty()));
		if (!report.outcome().isSuccess() || report.bytes() != (long) mebibytes * MIB) {
			throw new IllegalStateException(report.toString());
		}
	}

	private void shell(String command) throws Exception {
		final Process process = new ProcessBuilder(Arrays.asList("sh", "-c", command)).directory(folder.toFile()).inheritIO().start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException(command);
		}
	}
}
