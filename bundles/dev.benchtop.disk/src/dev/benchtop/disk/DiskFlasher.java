package dev.benchtop.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.disk.Disk.Partition;
import dev.benchtop.disk.Disks.Place;
import dev.benchtop.image.Imaging;

/** Flashes a disk, or a partition of it. */
final class DiskFlasher implements Flasher {

	static final String WHOLE = "disk"; //$NON-NLS-1$
	private static final String PART = "part"; //$NON-NLS-1$

	private final DriverContext context;
	private final DiskConfig config;
	private final Disks disks;
	private final Imaging imaging;

	DiskFlasher(DriverContext context, DiskConfig config, Disks disks, Imaging imaging) {
		this.context = context;
		this.config = config;
		this.disks = disks;
		this.imaging = imaging;
	}

	@Override
	public List<Target> targets() throws BenchException {
		final Place named = named();
		DiskGuard.refuse(named);
		return places(named).stream().map(place -> target(place, named)).toList();
	}

	/** The disk as it is now; a device file of a partition is that partition alone. */
	private Place named() throws BenchException {
		final Optional<Place> found = config.device().isBlank() ? bySerial() : disks.find(Path.of(config.device()));
		final Place place = found.orElseThrow(() -> BenchException.failed(Messages.Disks_gone).where(context.place())
				.why(config.device().isBlank() ? config.serial() : config.device()).next(Messages.Disks_goneNext).build());
		if (!config.serial().isBlank() && !place.disk().serial().equals(config.serial())) {
			throw BenchException.failed(NLS.bind(Messages.DiskFlasher_serial, place.disk().title())).where(context.place())
					.why(place.disk().serial()).next(Messages.DiskGuard_otherNext).build();
		}
		return place;
	}

	/** The slots of a card reader have one serial number for all of them. */
	private Optional<Place> bySerial() throws BenchException {
		final List<Disk> found = disks.all().stream().filter(disk -> disk.serial().equals(config.serial())).toList();
		if (found.size() > 1) {
			throw BenchException.failed(NLS.bind(Messages.DiskFlasher_several, config.serial())).where(context.place())
					.why(found.stream().map(disk -> disk.device().toString()).collect(Collectors.joining(", "))).next(Messages.DiskFlasher_severalNext).build(); //$NON-NLS-1$
		}
		return found.stream().findFirst().map(disk -> new Place(disk, Optional.empty()));
	}

	private static List<Place> places(Place named) {
		final var places = new ArrayList<Place>();
		places.add(named);
		if (named.partition().isEmpty()) {
			named.disk().partitions().stream().filter(partition -> partition.number() > 0)
					.forEach(partition -> places.add(new Place(named.disk(), Optional.of(partition))));
		}
		return places;
	}

	private Target target(Place place, Place named) {
		return new Target(name(place, named), OptionalLong.of(place.bytes()), DiskWords.content(place), medium(place, Optional.empty(), Progress.none()).identity(),
				Optional.of(DiskGuard.of(place)));
	}

	private static String name(Place place, Place named) {
		return place.equals(named) ? WHOLE : PART + place.partition().map(Partition::number).orElseThrow();
	}

	/** The place of a target's name. */
	private Place place(Place named, String target) throws BenchException {
		final List<Place> places = places(named);
		return places.stream().filter(place -> target.isEmpty() || name(place, named).equals(target)).findFirst().orElseThrow(() -> BenchException
				.usage(NLS.bind(Messages.DiskFlasher_noTarget, target)).where(context.place())
				.next(NLS.bind(Messages.DiskFlasher_targets, String.join(", ", places.stream().map(place -> name(place, named)).toList()))).build()); //$NON-NLS-1$
	}

	@Override
	public FlashPlan plan(FlashRequest request) throws BenchException {
		final Place named = named();
		final Place place = refused(named, request);
		final FlashPlan copy = imaging.plan(request, target(place, named), medium(place, Optional.of(request.consent()), Progress.none()));
		DiskGuard.ask(place, request.consent());
		final var steps = new ArrayList<String>();
		DiskGuard.mounts(place).forEach(mount -> steps.add(NLS.bind(Messages.Plan_unmount, mount.point())));
		steps.add(DiskWords.lost(place));
		steps.addAll(copy.steps());
		return new FlashPlan(copy.phases(), steps, copy.bytes(), copy.target(), copy.staged());
	}

	/** The place that is meant; what makes it impossible is said before anything is asked. */
	private Place refused(Place named, FlashRequest request) throws BenchException {
		final Place place = place(named, request.target());
		new DiskGuard(disks.system()).refuse(place, request.consent(), request.image());
		return place;
	}

	private DiskTarget medium(Place place, Optional<Consent> consent, Progress progress) {
		return new DiskTarget(disks.system(), place, consent, progress.token(), progress::message);
	}

	@Override
	public FlashReport flash(FlashRequest request, Progress progress) throws BenchException {
		final Place named = named();
		final Place place = refused(named, request);
		DiskGuard.ask(place, request.consent());
		return imaging.copy(request, medium(place, Optional.of(request.consent()), progress), name(place, named), progress);
	}

	@Override
	public FlashReport dump(DumpRequest request, Progress progress) throws BenchException {
		final Place named = named();
		DiskGuard.refuse(named);
		final Place place = place(named, request.target());
		final boolean mounted = !DiskGuard.mounts(place).isEmpty();
		if (mounted) {
			progress.message(NLS.bind(Messages.DiskFlasher_readMounted, place.disk().title()));
		}
		final var read = new DumpRequest(request.target(), request.file(), request.map() && !mounted);
		return imaging.dump(medium(place, Optional.empty(), progress), place.bytes(), read, name(place, named), progress);
	}
}
