package dev.benchtop.power;

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
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;

/** A bench with one board whose node {@code power} is the switch under test. */
public final class PowerBench implements AutoCloseable {

	private final Bench bench;

	private PowerBench(Path home, String file, DriverFactory<?>... factories) throws IOException, BenchException {
		final Path folder = Files.createDirectories(home.resolve("bench")).toRealPath();
		Files.writeString(folder.resolve("board.yaml"), file);
		final var places = new Places(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString(), "XDG_STATE_HOME",
				home.resolve("state").toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(), "XDG_RUNTIME_DIR",
				Files.createDirectories(home.resolve("runtime")).toString()));
		bench = new BenchFolders(new DriverRegistry(List.of(factories)), new SecretStore(places.config()), places).open(folder, Mode.ONCE);
		bench.trust();
	}

	/** A board of ours; {@code config} is YAML in flow style. */
	public static PowerBench of(Path home, String config, DriverFactory<?> factory) throws IOException, BenchException {
		return new PowerBench(home, """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: board}
				export:
				  power: {type: %s, config: %s}
				""".formatted(factory.type(), config), factory);
	}

	/** An exporter file of Jumpstarter's. */
	public static PowerBench exporter(Path home, String type, String config, DriverFactory<?> factory) throws IOException, BenchException {
		return new PowerBench(home, """
				apiVersion: jumpstarter.dev/v1alpha1
				kind: ExporterConfig
				metadata: {namespace: default, name: board}
				endpoint: ""
				token: ""
				export:
				  power:
				    type: "%s"
				    config: %s
				""".formatted(type, config), factory);
	}

	public Power power() throws BenchException {
		return node().use(Power.class);
	}

	public Node node() {
		return bench.findBoard("board").orElseThrow().node("power").orElseThrow();
	}

	public Path folder() {
		return bench.folder();
	}

	public List<String> findings() {
		return bench.findings().stream().map(Finding::message).toList();
	}

	@Override
	public void close() {
		bench.close();
	}
}
