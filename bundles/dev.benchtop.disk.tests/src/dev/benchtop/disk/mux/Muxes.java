package dev.benchtop.disk.mux;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.Progress;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchFolders;
import dev.benchtop.core.bench.Benches.Mode;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;

/** A bench with one board, as its file says. */
final class Muxes implements AutoCloseable {

	private final Bench bench;
	private final Flashing flashing = new Flashing();

	Muxes(Path home, String nodes, DriverFactory<?>... factories) throws IOException, BenchException {
		final Path folder = Files.createDirectories(home.resolve("bench")).toRealPath();
		Files.writeString(folder.resolve("board.yaml"), "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: board}\nexport:\n" + nodes.indent(2));
		final var places = new Places(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString(), "XDG_STATE_HOME",
				home.resolve("state").toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(), "XDG_RUNTIME_DIR",
				Files.createDirectories(home.resolve("runtime")).toString()));
		bench = new BenchFolders(new DriverRegistry(List.of(factories)), new SecretStore(places.config()), places).open(folder, Mode.ONCE);
		bench.trust();
	}

	Node node(String path) {
		return bench.findBoard("board").orElseThrow().node(path).orElseThrow();
	}

	StorageMux mux(String path) throws BenchException {
		return node(path).use(StorageMux.class);
	}

	/** Flashes without a word on what the medium is. */
	FlashReport flash(Path image) throws BenchException {
		return flashing.flash(node("flasher"), request(image), Progress.none());
	}

	/** Flashes with the name that the medium wants to hear, once it is here. */
	FlashReport flashNamed(Path image) throws BenchException {
		final String name = node("flasher").use(Flasher.class).targets().getFirst().guard().orElseThrow().name().orElseThrow();
		return flashing.flash(node("flasher"), request(image).with(new Consent(false, name, "")), Progress.none());
	}

	private static FlashRequest request(Path image) {
		return new FlashRequest(image, image.getFileName().toString(), "", true, Optional.empty());
	}

	static void requireRoot() {
		final boolean can = System.getProperty("user.name").equals("root") && Files.exists(Path.of("/dev/loop-control"));
		assertTrue(can || !"1".equals(System.getenv("BENCHTOP_CI")), "loop devices want root");
		assumeTrue(can, "loop devices want root");
	}

	@Override
	public void close() {
		bench.close();
	}
}
