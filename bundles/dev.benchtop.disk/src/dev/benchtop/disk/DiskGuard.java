package dev.benchtop.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.capability.LocalPath;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.Guard;
import dev.benchtop.disk.Disk.Mount;
import dev.benchtop.disk.Disks.Place;

/** What must not happen to a disk, and what wants the user's word. */
final class DiskGuard {

	/** Larger ones are seldom what an image goes to. */
	private static final long LARGE = 64L << 30;

	private final DiskSystem system;

	DiskGuard(DiskSystem system) {
		this.system = system;
	}

	/** What a place wants of the user. */
	static Guard of(Place place) {
		final Disk disk = place.disk();
		final var words = new ArrayList<String>();
		if (disk.bytes() > LARGE) {
			words.add(NLS.bind(Messages.DiskGuard_large, new ByteSize(disk.bytes()).display()));
		}
		if (!disk.removable()) {
			words.add(Messages.DiskGuard_fixed);
		}
		final List<Mount> mounts = mounts(place);
		if (!mounts.isEmpty()) {
			words.add(NLS.bind(Messages.DiskGuard_mountedAt, points(mounts)));
		}
		final boolean dear = disk.bytes() > LARGE || !disk.removable();
		return new Guard(mounts.stream().map(mount -> mount.point().toString()).toList(), dear ? Optional.of(disk.title()) : Optional.empty(), disk.seen(), words);
	}

	/** What is mounted of a place. */
	static List<Mount> mounts(Place place) {
		return place.disk().mounts().stream()
				.filter(mount -> place.partition().isEmpty() || place.partition().get().name().equals(mount.device()) || mount.device().equals(place.disk().name()))
				.toList();
	}

	private static String points(List<Mount> mounts) {
		return mounts.stream().map(mount -> mount.point().toString()).distinct().collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	/** Refuses what is never overwritten or read, whatever the user says. */
	static void refuse(Place place) throws BenchException {
		final Disk disk = place.disk();
		if (disk.system().isPresent()) {
			throw BenchException.failed(NLS.bind(Messages.DiskGuard_system, disk.title())).where(disk.device().toString()).why(disk.system().get())
					.next(Messages.DiskGuard_otherDisk).build();
		}
	}

	/** Refuses what is in use, which no unmounting frees. */
	static void refuseUsed(Place place) throws BenchException {
		refuse(place);
		final Disk disk = place.disk();
		if (!disk.users().isEmpty()) {
			throw BenchException.failed(NLS.bind(Messages.DiskGuard_used, disk.title())).where(disk.device().toString()).why(String.join(", ", disk.users())) //$NON-NLS-1$
					.next(Messages.DiskGuard_usedNext).build();
		}
		if (disk.readOnly()) {
			throw BenchException.failed(NLS.bind(Messages.DiskGuard_readOnly, disk.title())).where(disk.device().toString()).next(Messages.DiskGuard_readOnlyNext)
					.build();
		}
	}

	/** Refuses what cannot be overwritten with an image whatever the user says, and a disk that is not the one that was shown. */
	void refuse(Place place, Consent consent, Path image) throws BenchException {
		refuseUsed(place);
		final Disk disk = place.disk();
		final String where = disk.device().toString();
		if (!consent.seen().isEmpty() && !consent.seen().equals(disk.seen())) {
			throw BenchException.failed(Messages.DiskGuard_other).where(where).why(DiskWords.detail(disk)).next(Messages.DiskGuard_otherNext).build();
		}
		if (liesOn(image, disk)) {
			throw BenchException.failed(NLS.bind(Messages.DiskGuard_imageOnIt, disk.title())).where(where).why(image.toString()).next(Messages.DiskGuard_imageOnItNext)
					.build();
		}
	}

	/** Refuses to overwrite a place as long as the user has not said what has to be said; an error of kind usage. */
	static void ask(Place place, Consent consent) throws BenchException {
		final Disk disk = place.disk();
		final String where = disk.device().toString();
		final Guard guard = of(place);
		if (!guard.mounts().isEmpty() && !consent.unmount()) {
			throw BenchException.usage(NLS.bind(Messages.DiskGuard_mounted, disk.title())).where(where).why(String.join(", ", guard.mounts())) //$NON-NLS-1$
					.next(Messages.DiskGuard_mountedNext).build();
		}
		requireName(guard, consent, where);
	}

	/** Refuses to overwrite what is dear as long as its name was not typed. */
	static void requireName(Guard guard, Consent consent, String where) throws BenchException {
		final String name = guard.name().orElse(""); //$NON-NLS-1$
		if (!name.equals(consent.name().strip()) && guard.name().isPresent()) {
			throw BenchException.usage(NLS.bind(Messages.DiskGuard_name, name)).where(where).why(guard.words().getFirst())
					.next(NLS.bind(Messages.DiskGuard_nameNext, name)).build();
		}
	}

	private boolean liesOn(Path image, Disk disk) throws BenchException {
		try {
			final Optional<Path> local = LocalPath.of(image);
			if (local.isEmpty()) {
				return false;
			}
			final Path real = local.get().toRealPath();
			return real.equals(disk.device()) || disk.partitions().stream().anyMatch(partition -> real.equals(partition.device()))
					|| system.under(local.get()).contains(disk.name());
		} catch (IOException e) {
			throw BenchException.failed(Messages.DiskGuard_imageWhere).where(image.toString()).why(e).build();
		}
	}
}
