package dev.benchtop.power;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.testing.TestBench;

/** A bench with one board whose node {@code power} is the switch under test. */
public final class PowerBench implements AutoCloseable {

	private final TestBench bench;

	private PowerBench(TestBench bench) {
		this.bench = bench;
	}

	/** A board of ours; {@code config} is YAML in flow style. */
	public static PowerBench of(Path home, String config, DriverFactory<?> factory) throws IOException, BenchException {
		return new PowerBench(TestBench.of(home, "power: {type: %s, config: %s}".formatted(factory.type(), config), factory));
	}

	/** An exporter file of Jumpstarter's. */
	public static PowerBench exporter(Path home, String type, String config, DriverFactory<?> factory) throws IOException, BenchException {
		return new PowerBench(TestBench.ofFile(home, """
				apiVersion: jumpstarter.dev/v1alpha1
				kind: ExporterConfig
				metadata: {namespace: default, name: board}
				endpoint: ""
				token: ""
				export:
				  power:
				    type: "%s"
				    config: %s
				""".formatted(type, config), factory));
	}

	public Power power() throws BenchException {
		return node().use(Power.class);
	}

	public Node node() {
		return bench.node("power");
	}

	public Path folder() {
		return bench.bench().folder();
	}

	public List<String> findings() {
		return bench.findings();
	}

	@Override
	public void close() {
		bench.close();
	}
}
