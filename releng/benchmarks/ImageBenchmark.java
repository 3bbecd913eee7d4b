import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

	private static final String BOARD = """
			apiVersion: benchtop.dev/v1
			kind: Board
			metadata: {name: board}
			export:
			  machine: {type: qemu, config: {disks: {root: {size: 64M}}}}
			""";

	/** Where Benchtop writes to. */
	@FunctionalInterface
	private interface Target {
		FlashReport flash(FlashRequest request) throws Exception;
	}

	/** Something that takes time. */
	@FunctionalInterface
	private interface Task {
		void run() throws Exception;
	}

	private final Rounds rounds;
	private final Target target;

	private ImageBenchmark(Rounds rounds, boolean board) throws Exception {
		this.rounds = rounds;
		this.target = board ? board() : file();
	}

	public static void main(String[] arguments) throws Exception {
		new ImageBenchmark(new Rounds(arguments), arguments[3].equals("board")).run();
	}

	private void run() throws Exception {
		final Path raw = rounds.image();
		final var tools = new LinkedHashMap<Rounds.Case, String>();
		tools.put(of("raw", raw, "cp image out"), "cp image out");
		tools.put(of("gzip", raw.resolveSibling("image.gz"), "zcat image.gz > out"), "zcat image.gz > out");
		tools.put(of("xz", raw.resolveSibling("image.xz"), "xz -T0 -dc image.xz > out"), "xz -T0 -dc image.xz > out");
		tools.put(of("zstd", raw.resolveSibling("image.zst"), "zstdcat image.zst > out"), "zstdcat image.zst > out");
		final Map<Rounds.Case, Rounds.Result> results = rounds.take(List.copyOf(tools.keySet()));
		System.out.printf("%-6s %-26s %10s %10s %10s %8s%n", "", "tool", "tool", "benchtop", "verified", "ratio");
		results.forEach((one, result) -> System.out.printf("%-6s %-26s %5.0f MiB/s %5.0f MiB/s %5.0f MiB/s %7.2f%n", one.name(), tools.get(one),
				rounds.mebibytes / result.seconds(0), rounds.mebibytes / result.seconds(1), rounds.mebibytes / result.seconds(2), result.ratio(1)));
	}

	private Rounds.Case of(String name, Path image, String tool) {
		return new Rounds.Case(name, List.of(() -> time(() -> rounds.shell(tool + " && sync out")), () -> time(() -> copy(image, false)),
				() -> time(() -> copy(image, true))));
	}

	private Rounds.Run time(Task task) throws Exception {
		rounds.shell("rm -f out; sync .");
		final long start = System.nanoTime();
		task.run();
		return new Rounds.Run((System.nanoTime() - start) / 1e9, 0);
	}

	private Target file() {
		return request -> Imaging.standard().copy(request, new FileTarget(rounds.folder.resolve("out")), "out", Progress.none());
	}

	/** A virtual board in a bench of its own. */
	private Target board() throws Exception {
		final Path bench = Files.createDirectories(rounds.folder.resolve("bench"));
		Files.writeString(bench.resolve("board.yaml"), BOARD);
		final Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", rounds.folder.toString()));
		for (final String place : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")) {
			environment.put(place, Files.createDirectories(rounds.folder.resolve(place)).toString());
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
		if (!report.outcome().isSuccess() || report.bytes() != (long) rounds.mebibytes * Rounds.MIB) {
			throw new IllegalStateException(report.toString());
		}
	}
}
