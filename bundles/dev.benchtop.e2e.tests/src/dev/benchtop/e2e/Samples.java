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

	/** A bench of the one board {@code desk}, which has an empty disk {@code root}; its folder is made. */
	static Path desk(Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("desk.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: desk}
				export:
				  machine: {type: qemu, config: {arch: x86_64, disks: {root: {}}}}
				""");
		return folder.toRealPath();
	}

	/** Makes an image of so many MiB that nobody has seen, packed with xz. */
	static Path random(Path image, int mebibytes) throws IOException, InterruptedException {
		Tools.run(List.of("bash", "-c", "head -c " + mebibytes + "M /dev/urandom | xz -0 > '" + image + "'"));
		return image;
	}

	/** The image of that name, built if it was not yet. */
	static Path image(String name) throws IOException, InterruptedException {
		if (!IMAGES.containsKey(name)) {
			IMAGES.put(name, Path.of(Tools.run(List.of(ROOT.resolve("samples/images/build").toString(), name)).strip()));
		}
		return IMAGES.get(name);
	}
}
