package dev.benchtop.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.Map;

/** The sample bench and its images. */
final class Samples {

	private static final Path ROOT = Path.of(System.getProperty("benchtop.root"));
	private static final Map<String, Path> IMAGES = new ConcurrentHashMap<>();

	private Samples() {
	}

	/** Copies the sample bench, so that its boards are others than the user's. */
	static Path copyBench(Path folder) throws IOException {
		Files.createDirectories(folder);
		try (var files = Files.list(ROOT.resolve("samples/bench"))) {
			for (final Path file : files.toList()) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
		return folder.toRealPath();
	}

	/** The image of that name, built if it was not yet. */
	static Path image(String name) throws IOException, InterruptedException {
		if (!IMAGES.containsKey(name)) {
			IMAGES.put(name, Path.of(Tools.run(List.of(ROOT.resolve("samples/images/build").toString(), name)).strip()));
		}
		return IMAGES.get(name);
	}
}
