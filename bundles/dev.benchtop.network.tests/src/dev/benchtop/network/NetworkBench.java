package dev.benchtop.network;

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
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.network.tcp.TcpFactory;
import dev.benchtop.network.vnc.VncFactory;

/** A bench with one board. */
public final class NetworkBench implements AutoCloseable {

	private final Bench bench;

	/** @param file the text of the board's file, whose name is {@code board} */
	public NetworkBench(Path home, String file) throws IOException, BenchException {
		final Path folder = Files.createDirectories(home.resolve("bench")).toRealPath();
		Files.writeString(folder.resolve("board.yaml"), file);
		final var places = new Places(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString(), "XDG_STATE_HOME",
				home.resolve("state").toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(), "XDG_RUNTIME_DIR",
				Files.createDirectories(home.resolve("runtime")).toString()));
		final var registry = new DriverRegistry(List.of(new TcpFactory(), new VncFactory()));
		bench = new BenchFolders(registry, new SecretStore(places.config()), places).open(folder, Mode.ONCE);
		bench.trust();
	}

	/** A board of ours with these nodes. */
	public static NetworkBench of(Path home, String nodes) throws IOException, BenchException {
		return new NetworkBench(home, "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: board}\nexport: " + nodes + '\n');
	}

	public Node node(String path) {
		return bench.findBoard("board").orElseThrow().node(path).orElseThrow();
	}

	@Override
	public void close() {
		bench.close();
	}
}
