import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.benchtop.storage.fs.StorageFileSystem;
import dev.benchtop.storage.local.LocalBackend;

/** Measures copying to, from and in a folder that is a storage against Files.copy between plain files; see README.md. */
public final class StorageLocalBenchmark {

	private static final int MIB = 1 << 20;

	/** Something that makes a copy. */
	@FunctionalInterface
	private interface Copy {
		void run() throws IOException;
	}

	private StorageLocalBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		final Path folder = Files.createDirectories(Path.of(arguments[0])).toRealPath();
		final int mebibytes = Integer.parseInt(arguments[1]);
		final int rounds = Integer.parseInt(arguments[2]);
		final Path source = make(folder.resolve("source"), mebibytes);
		final Path target = folder.resolve("target");
		try (var files = StorageFileSystem.open("bench", new LocalBackend(folder), true)) {
			final Map<String, Copy> copies = new LinkedHashMap<>();
			copies.put("Files.copy", () -> copy(source, target));
			copies.put("in the storage", () -> copy(files.getPath("source"), files.getPath("target")));
			copies.put("to the storage", () -> copy(source, files.getPath("target")));
			copies.put("from the storage", () -> copy(files.getPath("source"), target));
			measure(copies, target, mebibytes, rounds);
		} finally {
			Files.deleteIfExists(target);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
	}

	private static void measure(Map<String, Copy> copies, Path target, int mebibytes, int rounds) throws Exception {
		final Map<String, List<Double>> seconds = new LinkedHashMap<>();
		for (int round = 0; round <= rounds; round++) {
			final var turn = new ArrayList<>(copies.entrySet());
			Collections.rotate(turn, round);
			for (final var each : turn) {
				Files.deleteIfExists(target);
				final long start = System.nanoTime();
				each.getValue().run();
				final double took = (System.nanoTime() - start) / 1e9;
				if (round > 0) {
					seconds.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(took);
				}
			}
		}
		final double plain = median(seconds.get("Files.copy"));
		System.out.printf("%-18s %10s %8s%n", "", "MiB/s", "ratio");
		copies.keySet().forEach(name -> System.out.printf("%-18s %10.0f %8.2f%n", name, mebibytes / median(seconds.get(name)),
				plain / median(seconds.get(name))));
	}

	private static double median(List<Double> seconds) {
		return seconds.stream().sorted().toList().get(seconds.size() / 2);
	}

	private static Path make(Path file, int mebibytes) throws IOException {
		if (!Files.exists(file) || Files.size(file) != (long) mebibytes * MIB) {
			final byte[] block = new byte[MIB];
			final var random = new Random(1);
			try (var output = Files.newOutputStream(file)) {
				for (int i = 0; i < mebibytes; i++) {
					random.nextBytes(block);
					output.write(block);
				}
			}
		}
		return file;
	}
}
