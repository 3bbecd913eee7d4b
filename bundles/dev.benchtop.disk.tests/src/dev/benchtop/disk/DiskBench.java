package dev.benchtop.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.BenchFolders;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Desk;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.Target;
import dev.benchtop.image.Imaging;
import dev.benchtop.testing.TestBench;

/** Disks as a user has them: found, made a board, flashed with a journal. */
final class DiskBench {

	final Flashing flashing = new Flashing();
	final Disks disks;
	final DiskFinder finder;
	private final Desk desk;

	DiskBench(Path home, Disks disks) throws IOException {
		this.disks = disks;
		this.finder = new DiskFinder(disks);
		final var places = TestBench.places(home);
		final var registry = new DriverRegistry(List.of(new DiskFactory(disks, Imaging.standard())));
		desk = new Desk(new BenchFolders(registry, new SecretStore(places.config()), places), home.resolve("desk"));
	}

	Board board(Path device) throws BenchException {
		return desk.board(finder.named(device.toString()).orElseThrow());
	}

	Node node(Path device) throws BenchException {
		return board(device).find("", Flasher.class);
	}

	Target target(Path device, String name) throws BenchException {
		return flashing.target(node(device), name);
	}

	/** All that the guard of a target wants. */
	Consent consent(Path device, String name) throws BenchException {
		final var guard = target(device, name).guard().orElseThrow();
		return new Consent(true, guard.name().orElse(""), guard.seen());
	}

	static FlashRequest request(Path image, String target) {
		return new FlashRequest(image, image.getFileName().toString(), target, true, Optional.empty());
	}

	FlashReport flash(Path device, FlashRequest request) throws BenchException {
		return flash(device, request, Progress.none());
	}

	FlashReport flash(Path device, FlashRequest request, Progress progress) throws BenchException {
		return flashing.flash(node(device), request.with(consent(device, request.target())), progress);
	}

	FlashReport dump(Path device, String target, Path file) throws BenchException {
		return flashing.dump(node(device), new DumpRequest(target, file), Progress.none());
	}
}
