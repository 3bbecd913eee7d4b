package dev.benchtop.network;

import java.io.IOException;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.network.tcp.TcpFactory;
import dev.benchtop.network.vnc.VncFactory;
import dev.benchtop.testing.TestBench;

/** A bench of one board with ports and screens. */
public final class NetworkBench {

	private static final DriverFactory<?>[] DRIVERS = {new TcpFactory(), new VncFactory()};

	private NetworkBench() {
	}

	/** The board of a whole file. */
	public static TestBench ofFile(Path home, String file) throws IOException, BenchException {
		return TestBench.ofFile(home, file, DRIVERS);
	}

	/** A board of ours with these nodes. */
	public static TestBench of(Path home, String nodes) throws IOException, BenchException {
		return TestBench.of(home, nodes, DRIVERS);
	}
}
