package dev.benchtop.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Desk;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.spi.Finder;
import dev.benchtop.core.spi.Finder.Found;

/** Finds what an address of the command line means: a board of the bench, or a disk of this machine. */
@Component(service = FlashPlaces.class)
public final class FlashPlaces {

	/**
	 * Where something is flashed or dumped.
	 *
	 * @param name what the user calls it
	 * @param target the name of the target; empty for the first
	 */
	record Place(String name, Node flasher, String target) {
	}

	private final List<Finder> finders;
	private final Desk desk;

	@Activate
	public FlashPlaces(@Reference List<Finder> finders, @Reference Desk desk) {
		this.finders = List.copyOf(finders);
		this.desk = desk;
	}

	Place find(String address, CliContext context) throws BenchException {
		if (address.startsWith("/")) { //$NON-NLS-1$
			final int colon = address.lastIndexOf(':');
			final boolean whole = colon < 0 || Files.exists(Path.of(address));
			return onDesk(whole ? address : address.substring(0, colon), whole ? "" : address.substring(colon + 1)) //$NON-NLS-1$
					.orElseThrow(() -> BenchException.usage(Messages.FlashPlaces_noDisk).where(address).next(Messages.FlashPlaces_seeDisks).build());
		}
		final var place = Address.parse(address);
		if (!isBoard(place.board(), context)) {
			final Optional<Place> found = onDesk(place.board(), place.target());
			if (found.isPresent()) {
				return found.get();
			}
		}
		return new Place(place.board(), context.bench().board(place.board()).find(place.node(), Flasher.class), place.target());
	}

	/** A disk can be flashed whatever the bench is. */
	private static boolean isBoard(String name, CliContext context) {
		try {
			return context.bench().findBoard(name).isPresent();
		} catch (BenchException e) {
			return false;
		}
	}

	private Optional<Place> onDesk(String name, String target) throws BenchException {
		for (final Finder finder : finders) {
			final Optional<Found> found = finder.named(name);
			if (found.isPresent() && desk.board(found.get()).allNodes().stream().anyMatch(node -> node.offers(Flasher.class))) {
				return Optional.of(new Place(name, desk.board(found.get()).find("", Flasher.class), target)); //$NON-NLS-1$
			}
		}
		return Optional.empty();
	}
}
