package dev.benchtop.disk;

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
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.image.Imaging;

/** A bench with one board: a mux in memory, a power switch, and the flasher over both. */
final class MuxBench implements AutoCloseable {

	private static final String BOARD = """
			apiVersion: benchtop.dev/v1
			kind: Board
			metadata: {name: board}
			export:
			  sd: {type: memory-mux}
			  supply: {type: memory-power}
			  flasher:
			    type: mux-flasher
			    config: {target: card, settle: 0s}
			    children: {mux: {ref: sd}, power: {ref: supply}}
			  bare:
			    type: mux-flasher
			""";

	record None() {
	}

	private final Bench bench;

	MuxBench(Path home, MemoryMux mux) throws IOException, BenchException {
		final Path folder = Files.createDirectories(home.resolve("bench")).toRealPath();
		Files.writeString(folder.resolve("board.yaml"), BOARD);
		final var places = new Places(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString(), "XDG_STATE_HOME",
				home.resolve("state").toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(), "XDG_RUNTIME_DIR",
				Files.createDirectories(home.resolve("runtime")).toString()));
		final var registry = new DriverRegistry(List.of(new MuxFlasherFactory(Imaging.standard()),
				new Fixed("memory-mux", Driver.of(mux), NodeShape.of(StorageMux.class)),
				new Fixed("memory-power", Driver.of(mux.power()), NodeShape.of(Power.class))));
		bench = new BenchFolders(registry, new SecretStore(places.config()), places).open(folder, Mode.ONCE);
		bench.trust();
	}

	Node node(String path) {
		return bench.findBoard("board").orElseThrow().node(path).orElseThrow();
	}

	private record Fixed(String type, Driver driver, NodeShape shape) implements DriverFactory<None> {

		@Override
		public Class<None> configType() {
			return None.class;
		}

		@Override
		public NodeShape describe(None config) {
			return shape;
		}

		@Override
		public Driver create(DriverContext context, None config) {
			return driver;
		}
	}

	@Override
	public void close() {
		bench.close();
	}
}
