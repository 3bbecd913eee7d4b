package dev.benchtop.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Desk;
import dev.benchtop.core.spi.Changes;
import dev.benchtop.core.spi.Finder;
import dev.benchtop.disk.Disks.Place;

/** Finds removable disks; a disk of the running system is never among them. */
@Component(service = Finder.class)
public final class DiskFinder implements Finder {

	static final String TYPE = "disk"; //$NON-NLS-1$
	private static final String DEVICES = "/dev/"; //$NON-NLS-1$

	private final Disks disks;
	private final Changes changes;

	@Activate
	public DiskFinder(@Reference Disks disks) {
		this.disks = disks;
		this.changes = new Changes("disk-watch", disks.system()::fingerprint); //$NON-NLS-1$
	}

	@Deactivate
	void deactivate() {
		changes.close();
	}

	@Override
	public String kind() {
		return "disk"; //$NON-NLS-1$
	}

	@Override
	public List<Found> find() throws BenchException {
		return disks.all().stream().filter(disk -> disk.removable() && disk.system().isEmpty()).map(DiskFinder::found).toList();
	}

	static Found found(Disk disk) {
		return new Found(disk.id(), disk.title(), DiskWords.detail(disk), TYPE, Map.of("device", disk.link().toString()), //$NON-NLS-1$
				disk.partitions().stream().map(partition -> DiskWords.line(disk, partition)).toList());
	}

	/** A device file, a serial number, or the name of a disk that is found; the guard says what may not be done with it. */
	@Override
	public Optional<Found> named(String name) throws BenchException {
		if (name.startsWith(DEVICES)) {
			final Optional<Place> place = disks.find(Path.of(name));
			final String file = Path.of(name).getFileName().toString();
			return Optional.of(place.filter(found -> found.partition().isEmpty()).map(found -> found(found.disk()))
					.orElseGet(() -> new Found(file, file, name, TYPE, Map.of("device", name)))); //$NON-NLS-1$
		}
		return disks.all().stream().filter(disk -> List.of(disk.id(), disk.serial(), disk.name()).contains(name) || Desk.name(found(disk)).equals(name))
				.findFirst().map(DiskFinder::found);
	}

	@Override
	public Watch watch(Runnable changed) {
		return changes.watch(changed);
	}
}
