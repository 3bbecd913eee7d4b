package dev.benchtop.qemu;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Finds one of a board's disks. */
final class Disks {

	private Disks() {
	}

	/** The disk of that name, or the first one where the name is empty. */
	static Disk find(List<Disk> disks, String name) throws BenchException {
		if (name == null || name.isEmpty()) {
			return disks.getFirst();
		}
		return disks.stream().filter(disk -> disk.name().equals(name)).findFirst()
				.orElseThrow(() -> BenchException.usage(NLS.bind(Messages.QemuFlasher_noTarget, name))
						.next(NLS.bind(Messages.QemuFlasher_targets, disks.stream().map(Disk::name).collect(Collectors.joining(", ")))).build()); //$NON-NLS-1$
	}
}
