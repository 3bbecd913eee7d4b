package dev.benchtop.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchFolders;
import dev.benchtop.core.bench.Benches.Mode;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;

/** A trusted bench of one file, whose board's name is {@code board}, for a user of its own. */
public final class TestBench implements AutoCloseable {

	private static final String HEAD = "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: board}\nexport:\n";

	private final Bench bench;

	private TestBench(Path home, String file, List<? extends DriverFactory<?>> factories) throws IOException, BenchException {
		final Path folder = Files.createDirectories(home.resolve("bench")).toRealPath();
		Files.writeString(folder.resolve("board.yaml"), file);
		final var places = places(home);
		bench = new BenchFolders(new DriverRegistry(factories), new SecretStore(places.config()), places).open(folder, Mode.ONCE);
		bench.trust();
	}

	/** A board that a whole file describes; {@code home} is the home of its user. */
	public static TestBench ofFile(Path home, String file, DriverFactory<?>... factories) throws IOException, BenchException {
		return new TestBench(home, file, List.of(factories));
	}

	/** A board of ours with these nodes in YAML, indented or in flow style. */
	public static TestBench of(Path home, String nodes, DriverFactory<?>... factories) throws IOException, BenchException {
		return ofFile(home, HEAD + nodes.indent(2), factories);
	}

	/** The places of a user whose home is a folder. */
	public static Places places(Path home) throws IOException {
		return new Places(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString(), "XDG_STATE_HOME",
				home.resolve("state").toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(), "XDG_RUNTIME_DIR",
				Files.createDirectories(home.resolve("runtime")).toString()));
	}

	public Bench bench() {
		return bench;
	}

	/** A node of the board, by dotted path. */
	public Node node(String path) {
		return bench.findBoard("board").orElseThrow().node(path).orElseThrow();
	}

	/** What is wrong with the file, in words. */
	public List<String> findings() {
		return bench.findings().stream().map(Finding::message).toList();
	}

	@Override
	public void close() {
		bench.close();
	}
}
