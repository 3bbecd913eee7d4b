package dev.benchtop.ui.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.image.Imaging;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.DropAction;

/** What everything that browses in the window works with. */
@Component(service = StorageRoom.class)
public final class StorageRoom {

	private static final Path HOME = Path.of(System.getProperty("user.home")); //$NON-NLS-1$

	@Reference
	private BenchSession session;
	@Reference
	private Locations locations;
	@Reference
	private Imaging imaging;
	@Reference
	private DriverRegistry registry;
	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	private volatile List<DropAction> drops = List.of();
	private final Transfers transfers = new Transfers(this);

	@Deactivate
	void close() {
		transfers.close();
	}

	BenchSession session() {
		return session;
	}

	Imaging imaging() {
		return imaging;
	}

	DriverRegistry registry() {
		return registry;
	}

	Transfers transfers() {
		return transfers;
	}

	/** What can be done with texts that are dropped on a board. */
	List<DropAction> drops() {
		return drops;
	}

	Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/** The storages of the bench; none where no bench is open. */
	List<Store> stores() {
		return session.bench().map(Store::of).orElse(List.of());
	}

	Optional<Store> store(Place place) {
		return stores().stream().filter(store -> store.name().equals(place.store())).findFirst();
	}

	/** Finds what a text names. Off the UI thread. */
	Location locate(String text) throws BenchException {
		return locations.locate(text, session.bench(), HOME);
	}

	/** Finds a place. Off the UI thread. */
	Location locate(Place place) throws BenchException {
		return place.isLocal() ? Location.of(Path.of(place.path())) : locate(place.text());
	}

	/** Makes the storage of a place where it was not. Off the UI thread. */
	OpenFolder open(Place place) throws BenchException {
		if (place.isLocal()) {
			return new OpenFolder(place, Path.of(place.path()), OpenFolder.COMPUTER);
		}
		final var location = locate(place);
		return new OpenFolder(place, location.path(), storage(place).abilities());
	}

	/** The storage of a place that is not on this computer. Off the UI thread. */
	Storage storage(Place place) throws BenchException {
		final var node = store(place).flatMap(Store::node);
		if (node.isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.StorageRoom_noStorage, place.store())).next(Messages.StorageRoom_noStorageNext).build();
		}
		return node.get().use(Storage.class);
	}

	/** Whether the storages of the open bench may be used. */
	boolean trusted() {
		return session.bench().map(Bench::trusted).orElse(false);
	}
}
