package dev.benchtop.serial;

import java.io.IOException;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.testing.TestBench;

/** A bench of one board that has one console. */
public final class Desk implements AutoCloseable {

	private static final DriverFactory<?>[] DRIVERS = {new SerialFactory(), new SocketFactory(), new TelnetFactory(), new Rfc2217Factory()};

	private final TestBench bench;

	private Desk(TestBench bench) {
		this.bench = bench;
	}

	/** A board whose console is of that type and configuration, in YAML flow style. */
	public static Desk of(Path home, String type, String config) throws IOException, BenchException {
		return new Desk(TestBench.of(home, "serial: {type: " + type + ", config: {" + config + "}}", DRIVERS));
	}

	/** A board that stands in a file of Jumpstarter's. */
	public static Desk theirs(Path home, String config) throws IOException, BenchException {
		return new Desk(TestBench.ofFile(home, "apiVersion: jumpstarter.dev/v1alpha1\nkind: ExporterConfig\nmetadata: {name: board}\nexport:\n"
				+ "  serial: {type: jumpstarter_driver_pyserial.driver.PySerial, config: {" + config + "}}\n", DRIVERS));
	}

	public Node node() {
		return bench.node("serial");
	}

	public Console console() throws BenchException {
		return node().use(Console.class);
	}

	public Bench bench() {
		return bench.bench();
	}

	@Override
	public void close() {
		bench.close();
	}
}
