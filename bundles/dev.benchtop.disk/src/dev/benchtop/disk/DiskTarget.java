package dev.benchtop.disk;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.Guard;
import dev.benchtop.disk.Disk.Mount;
import dev.benchtop.disk.Disks.Place;

/** A disk or partition as it was seen; opened only while it is still that one. */
final class DiskTarget implements BlockTarget {

	private final DiskSystem system;
	private final Place place;
	private final Optional<Consent> consent;
	private final CancelToken cancel;
	private final Consumer<String> say;

	/**
	 * @param consent what the user has said to it being written; empty where it is only read
	 * @param cancel ends the waiting while it is unmounted and opened
	 * @param say is told what a user should know while it is open
	 */
	DiskTarget(DiskSystem system, Place place, Optional<Consent> consent, CancelToken cancel, Consumer<String> say) {
		this.system = system;
		this.place = place;
		this.consent = consent;
		this.cancel = cancel;
		this.say = say;
	}

	@Override
	public String identity() {
		return place.partition().map(partition -> place.disk().identity() + ' ' + partition.number() + '@' + partition.start()).orElse(place.disk().identity());
	}

	@Override
	public OptionalLong capacity() {
		return OptionalLong.of(place.bytes());
	}

	@Override
	public boolean staged() {
		return false;
	}

	@Override
	public Optional<Guard> guard() {
		return Optional.of(DiskGuard.of(place));
	}

	@Override
	public Session open() throws BenchException {
		final Place now = same();
		DiskGuard.refuse(now);
		if (consent.isPresent()) {
			DiskGuard.refuseUsed(now);
			if (consent.get().unmount()) {
				for (final Mount mount : DiskGuard.mounts(now).reversed()) {
					system.unmount(mount, cancel);
				}
			}
		}
		final DiskIo io = system.open(now.disk(), now.partition(), consent.isPresent(), cancel);
		try {
			compare(io);
			return new DiskSession(io, place.disk().zeroing() > 0, DiskSession.Patience.USUAL, this::isThere,
					seconds -> say.accept(NLS.bind(Messages.DiskTarget_silent, place.disk().title(), seconds)));
		} catch (BenchException e) {
			close(io);
			throw e;
		}
	}

	/** The place as it is now, where it is still the same. */
	private Place same() throws BenchException {
		try {
			final Disk disk = system.disks().stream().filter(one -> one.seen().equals(place.disk().seen())).findFirst().orElseThrow(this::another);
			if (place.partition().isEmpty()) {
				return new Place(disk, Optional.empty());
			}
			return new Place(disk, Optional.of(disk.partitions().stream().filter(place.partition().get()::equals).findFirst().orElseThrow(this::another)));
		} catch (IOException e) {
			throw BenchException.failed(Messages.Disks_unreadable).why(e).build();
		}
	}

	private BenchException another() {
		return BenchException.failed(NLS.bind(Messages.DiskTarget_another, place.disk().title())).where(place.device().toString())
				.next(Messages.DiskGuard_otherNext).build();
	}

	/** What was opened may be another one than what was looked at just before. */
	private void compare(DiskIo io) throws BenchException {
		final boolean counted = io.sequence() != 0 && place.disk().sequence() != 0;
		if (io.size() != place.bytes() || counted && io.sequence() != place.disk().sequence()) {
			throw another();
		}
	}

	private static void close(DiskIo io) throws BenchException {
		try {
			io.close();
		} catch (IOException e) {
			throw BenchException.failed(Messages.DiskTarget_close).why(e).build();
		}
	}

	private boolean isThere() {
		try {
			return system.disks().stream().anyMatch(disk -> disk.seen().equals(place.disk().seen()));
		} catch (IOException e) {
			return false;
		}
	}
}
