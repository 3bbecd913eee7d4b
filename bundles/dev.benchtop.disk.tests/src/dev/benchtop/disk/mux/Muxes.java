package dev.benchtop.disk.mux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.testing.TestBench;

/** A bench with one board, as its file says. */
final class Muxes implements AutoCloseable {

	private final TestBench bench;
	private final Flashing flashing = new Flashing();

	Muxes(Path home, String nodes, DriverFactory<?>... factories) throws IOException, BenchException {
		bench = TestBench.of(home, nodes, factories);
	}

	Node node(String path) {
		return bench.node(path);
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

	@Override
	public void close() {
		bench.close();
	}
}
