package dev.benchtop.serial;

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
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.driver.DriverRegistry;

/** A bench folder with one board that has one console. */
public final class Desk implements AutoCloseable {

	private static final String BOARD = "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: board}\nexport:\n  serial: ";

	private final Path folder;
	private final Bench bench;

	private Desk(Path home, String name, String text) throws IOException, BenchException {
		folder = Files.createDirectories(home.resolve("bench"));
		Files.writeString(folder.resolve(name), text);
		final var places = new Places(Map.of("HOME", home.toString(), "XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString()));
		final var registry = new DriverRegistry(List.of(new SerialFactory(), new SocketFactory(), new TelnetFactory(), new Rfc2217Factory()));
		bench = new BenchFolders(registry, new SecretStore(home.resolve("config")), places).open(folder, Benches.Mode.ONCE);
		bench.trust();
	}

	/** A board whose console is of that type and configuration, in YAML flow style. */
	public static Desk of(Path home, String type, String config) throws IOException, BenchException {
		return new Desk(home, "board.yaml", BOARD + "{type: " + type + ", config: {" + config + "}}\n");
	}

	/** A board that stands in a file of Jumpstarter's. */
	public static Desk theirs(Path home, String config) throws IOException, BenchException {
		return new Desk(home, "theirs.yaml", "apiVersion: jumpstarter.dev/v1alpha1\nkind: ExporterConfig\nmetadata: {name: board}\nexport:\n"
				+ "  serial: {type: jumpstarter_driver_pyserial.driver.PySerial, config: {" + config + "}}\n");
	}

	public Node node() throws BenchException {
		return bench.board("board").find("serial", Console.class);
	}

	public Console console() throws BenchException {
		return node().use(Console.class);
	}

	public Bench bench() {
		return bench;
	}

	@Override
	public void close() {
		bench.close();
	}
}
