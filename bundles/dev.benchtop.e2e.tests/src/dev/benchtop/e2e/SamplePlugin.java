package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The driver of a third party, and the bench that uses it. */
final class SamplePlugin {

	private static final Path FOLDER = Path.of(System.getProperty("benchtop.root")).resolve("samples/plugin");

	private SamplePlugin() {
	}

	/** Builds the plug-in by its own script against the product, and returns its jar. */
	static Path build(Path home) throws IOException, InterruptedException {
		final var build = new ProcessBuilder(FOLDER.resolve("build").toString(), ProductProcess.folder().toString(), home.resolve("built").toString())
				.redirectErrorStream(true);
		build.environment().put("JAVA_HOME", System.getProperty("java.home"));
		final var ended = ProductProcess.end(build.start());
		assertEquals(0, ended.code(), ended.out());
		return Path.of(ended.out().strip());
	}

	/** A copy of its bench: a board {@code desk-lamp} with a node {@code light}. */
	static Path bench(Path home) throws IOException {
		final Path bench = Files.createDirectories(home.resolve("bench")).toRealPath();
		Files.copy(FOLDER.resolve("bench/desk-lamp.yaml"), bench.resolve("desk-lamp.yaml"));
		return bench;
	}
}
