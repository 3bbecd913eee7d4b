package dev.benchtop.disk;

import java.io.IOException;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.image.Imaging;
import dev.benchtop.testing.TestBench;

/** A bench with one board: a mux in memory, a power switch, and the flasher over both. */
final class MuxBench implements AutoCloseable {

	private static final String NODES = """
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

	private final TestBench bench;

	MuxBench(Path home, MemoryMux mux) throws IOException, BenchException {
		bench = TestBench.of(home, NODES, new MuxFlasherFactory(Imaging.standard()), new Fixed("memory-mux", Driver.of(mux), NodeShape.of(StorageMux.class)),
				new Fixed("memory-power", Driver.of(mux.power()), NodeShape.of(Power.class)));
	}

	Node node(String path) {
		return bench.node(path);
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
