package dev.benchtop.qemu;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.driver.Verb.Parameter;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.image.Imaging;

/** Puts images on the disks of a virtual board that is off, and firmware into its flash chips. */
final class QemuFlasher implements Flasher {

	private static final String TARGET = "target"; //$NON-NLS-1$

	private final Machine machine;
	private final QemuSnapshots snapshots;
	private final List<Disk> disks;
	private final Imaging imaging;
	private final FirmwareFlasher firmware;
	private final Deadline deadline;
	private final boolean switchesOff;

	QemuFlasher(Machine machine, QemuSnapshots snapshots, Parts parts, Imaging imaging) {
		this.machine = machine;
		this.snapshots = snapshots;
		this.disks = parts.disks();
		this.imaging = imaging;
		this.firmware = new FirmwareFlasher(parts, imaging);
		this.switchesOff = parts.config().flashWhileOn() == WhileOn.POWER_OFF;
		this.deadline = new Deadline(parts.config().flashTimeout());
	}

	@Override
	public List<Target> targets() throws BenchException {
		final var targets = new ArrayList<Target>();
		for (final Disk disk : disks) {
			targets.add(disk.target());
		}
		for (final String name : Partitions.FIRMWARE) {
			targets.add(firmware.target(name));
		}
		return targets;
	}

	@Override
	public FlashPlan plan(FlashRequest request) throws BenchException {
		final String name = name(request.target());
		final boolean on = switchesOff && machine.run().isPresent();
		if (!on) {
			machine.requireOff();
		}
		final boolean isFirmware = Partitions.FIRMWARE.contains(name);
		final var plan = isFirmware ? firmware.plan(request) : imaging.plan(request, disk(name).target(), disk(name).staged(request.label()));
		final var steps = new ArrayList<String>();
		if (on) {
			steps.add(Messages.QemuFlasher_switchOff);
		}
		steps.addAll(plan.steps());
		if (!isFirmware) {
			snapshotsLost(List.of(disk(name))).ifPresent(steps::add);
		}
		return new FlashPlan(plan.phases(), steps, plan.bytes(), plan.target(), plan.staged());
	}

	@Override
	public FlashReport flash(FlashRequest request, Progress progress) throws BenchException {
		final String name = name(request.target());
		if (switchesOff) {
			machine.off(progress.token());
		}
		return machine.whileOff(NLS.bind(Messages.QemuFlasher_flashing, name), progress.token(), () -> deadline.keep(progress,
				() -> Partitions.FIRMWARE.contains(name) ? firmware.flash(request, progress) : flash(disk(name), request, progress)));
	}

	private FlashReport flash(Disk disk, FlashRequest request, Progress progress) throws BenchException {
		return snapshots.losing(disk, () -> imaging.copy(request, disk.staged(request.label()), disk.name(), progress));
	}

	/**
	 * Reads what the board sees: as many bytes as were flashed, or the whole disk once the board wrote past them.
	 * A disk that was never flashed is read whole.
	 */
	@Override
	public FlashReport dump(DumpRequest request, Progress progress) throws BenchException {
		final String name = name(request.target());
		return machine.whileOff(NLS.bind(Messages.QemuFlasher_dumping, name), progress.token(), () -> {
			if (Partitions.FIRMWARE.contains(name)) {
				return firmware.dump(request, progress);
			}
			final Disk disk = disk(name);
			final var view = disk.view();
			return imaging.dump(view, disk.contentLength(view), request, name, progress);
		});
	}

	@Override
	public List<Verb> verbs() {
		final var parameters = List.of(new Parameter(TARGET, Messages.QemuFlasher_target, String.class, disks.getFirst().name()));
		final Optional<String> whyNot = machine.run().isPresent() ? Optional.of(Messages.Machine_isOn) : nothingWritten();
		final var lost = snapshotsLost(disks);
		return List.of(
				new Verb("reset", Messages.QemuFlasher_reset, parameters, Danger.DESTROYS, whyNot, (values, progress) -> //$NON-NLS-1$
						change(disk(values), Messages.QemuFlasher_resetting, progress, Disk::reset), loss(Messages.QemuFlasher_resetLoss, lost)),
				new Verb("commit", Messages.QemuFlasher_commit, parameters, Danger.DESTROYS, whyNot, (values, progress) -> //$NON-NLS-1$
						change(disk(values), Messages.QemuFlasher_committing, progress, disk -> disk.merge(progress)), loss(Messages.QemuFlasher_commitLoss, lost)));
	}

	/** Replaces a disk's overlay. */
	@FunctionalInterface
	private interface Change {
		void of(Disk disk) throws BenchException;
	}

	private void change(Disk disk, String what, Progress progress, Change change) throws BenchException {
		machine.whileOff(NLS.bind(what, disk.name()), progress.token(), () -> snapshots.losing(disk, () -> {
			change.of(disk);
			return null;
		}));
	}

	private static String loss(String what, Optional<String> snapshots) {
		return snapshots.map(lost -> what + ' ' + lost).orElse(what);
	}

	/** Which go with the overlays of these disks, in a sentence; empty where there are none. */
	private Optional<String> snapshotsLost(List<Disk> from) {
		final var lost = new LinkedHashSet<String>();
		for (final Disk disk : from) {
			final var held = snapshots.in(disk);
			if (held.isEmpty()) {
				return Optional.of(Messages.QemuFlasher_snapshotsUnknown);
			}
			lost.addAll(held.get());
		}
		return lost.isEmpty() ? Optional.empty() : Optional.of(NLS.bind(Messages.QemuFlasher_snapshotsLost, String.join(", ", lost))); //$NON-NLS-1$
	}

	private Optional<String> nothingWritten() {
		for (final Disk disk : disks) {
			try {
				if (disk.isWritten()) {
					return Optional.empty();
				}
			} catch (BenchException e) {
				return Optional.of(e.getMessage());
			}
		}
		return Optional.of(Messages.QemuFlasher_nothingWritten);
	}

	private Disk disk(Map<String, Object> values) throws BenchException {
		return Disks.find(disks, values.get(TARGET) instanceof String name ? name : ""); //$NON-NLS-1$
	}

	private Disk disk(String name) throws BenchException {
		return Disks.find(disks, name);
	}

	/** The target that is meant, which there is. */
	private String name(String target) throws BenchException {
		if (target.isEmpty()) {
			return disks.getFirst().name();
		}
		if (!Partitions.FIRMWARE.contains(target) && disks.stream().noneMatch(disk -> disk.name().equals(target))) {
			final var all = Stream.concat(disks.stream().map(Disk::name), Partitions.FIRMWARE.stream());
			throw BenchException.usage(NLS.bind(Messages.QemuFlasher_noTarget, target))
					.next(NLS.bind(Messages.QemuFlasher_targets, all.collect(Collectors.joining(", ")))).build(); //$NON-NLS-1$
		}
		return target;
	}
}
