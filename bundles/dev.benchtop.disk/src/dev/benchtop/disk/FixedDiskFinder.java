package dev.benchtop.disk;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.Finder;

/** Finds the other disks: built in, or files that stand for disks; a disk of the running system is never among them. */
@Component(service = Finder.class)
public final class FixedDiskFinder implements Finder {

	private final Disks disks;

	@Activate
	public FixedDiskFinder(@Reference Disks disks) {
		this.disks = disks;
	}

	@Override
	public String kind() {
		return "fixed-disk"; //$NON-NLS-1$
	}

	@Override
	public List<Found> find() throws BenchException {
		return disks.all().stream().filter(disk -> !disk.removable() && disk.system().isEmpty()).map(DiskFinder::found).toList();
	}

	/** The other finder knows the names of all disks. */
	@Override
	public Optional<Found> named(String name) {
		return Optional.empty();
	}
}
