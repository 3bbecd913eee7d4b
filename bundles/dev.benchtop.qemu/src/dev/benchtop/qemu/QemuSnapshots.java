package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.qemu.Layers.Held;

/**
 * Snapshots in the overlays of a virtual board's disks, and in its UEFI variables: with its memory where it is on, by QEMU itself; without
 * where it is off, by qemu-img.
 */
final class QemuSnapshots implements Snapshots {

	/** The name of the node. */
	static final String NODE = "snapshots"; //$NON-NLS-1$

	private static final Pattern NAME = Pattern.compile("(?=.*[^0-9])[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}"); //$NON-NLS-1$

	private final DriverContext context;
	private final Machine machine;
	private final Parts parts;
	private final Layers layers;
	private final SnapshotIndex index;

	QemuSnapshots(DriverContext context, Machine machine, Parts parts) {
		this.context = context;
		this.machine = machine;
		this.parts = parts;
		this.layers = new Layers(parts);
		this.index = new SnapshotIndex(parts.state().resolve("snapshots")); //$NON-NLS-1$
	}

	@Override
	public Tree tree() throws BenchException {
		return index.tree(layers.held(), layers.names());
	}

	@Override
	public void save(String name, String note, Progress progress) throws BenchException {
		if (!NAME.matcher(name).matches()) {
			throw BenchException.usage(NLS.bind(Messages.QemuSnapshots_name, name)).where(parts.board()).next(Messages.QemuSnapshots_nameNext).build();
		}
		try {
			machine.alone(NLS.bind(Messages.QemuSnapshots_saving, name), progress.token(), () -> {
				saveAlone(name, note, progress);
				return null;
			});
		} finally {
			publish();
		}
	}

	private void saveAlone(String name, String note, Progress progress) throws BenchException {
		final var run = machine.run();
		if (run.isPresent()) {
			refuseDisposable(run.get());
		}
		for (final Disk disk : parts.disks()) {
			disk.size(); // makes one that does not exist yet
		}
		final var before = tree();
		if (before.find(name).isPresent()) {
			throw BenchException.failed(NLS.bind(Messages.QemuSnapshots_taken, name)).where(parts.board()).next(Messages.QemuSnapshots_takenNext).build();
		}
		if (layers.inVariables(name)) {
			erase(name, run, Progress.none()); // nobody sees what is left of one there, and it would be in the way
		}
		final boolean variables = machine.launcher().hasVariables() && parts.variables().exist();
		final var phase = phase("save", Messages.QemuSnapshots_savingPhase, name); //$NON-NLS-1$
		index.add(name, note, run.isPresent() ? picture(run.get()) : Optional.empty(), layers.names(), before);
		try {
			if (run.isPresent()) {
				Job.run(run.get(), "snapshot-save", Job.snapshot(name, layers.nodes(variables), true), phase, -1, Traffic.WRITTEN, progress, //$NON-NLS-1$
						Messages.QemuSnapshots_savingToEnd);
			} else {
				progress.begin(phase, -1);
				for (final Path file : layers.files(variables)) {
					progress.token().check();
					parts.tool().snapshot("-c", name, file); //$NON-NLS-1$
				}
			}
			progress.token().check();
		} catch (BenchException e) {
			takeBack(name, run, e);
			throw e;
		}
	}

	/** What was made of a snapshot goes again. What cannot be taken away is among the others, and can be deleted there. */
	private void takeBack(String name, Optional<Run> run, BenchException reason) {
		try {
			erase(name, run, Progress.none());
		} catch (BenchException e) {
			reason.addSuppressed(e);
		}
	}

	private void erase(String name, Optional<Run> run, Progress progress) throws BenchException {
		if (run.isPresent()) {
			final var nodes = layers.nodesOf(name, machine.launcher().hasVariables());
			if (!nodes.isEmpty()) {
				Job.run(run.get(), "snapshot-delete", Job.snapshot(name, nodes, false), phase("delete", Messages.QemuSnapshots_deletingPhase, name), //$NON-NLS-1$ //$NON-NLS-2$
						-1, Traffic.WRITTEN, progress, Messages.QemuSnapshots_toEnd);
			}
		} else {
			for (final Path file : layers.filesOf(name)) {
				parts.tool().snapshot("-d", name, file); //$NON-NLS-1$
			}
		}
		index.remove(name);
	}

	@Override
	public void load(String name, Progress progress) throws BenchException {
		find(name);
		final var held = layers.find(name).filter(Held::complete).orElseThrow(() -> BenchException.failed(NLS.bind(Messages.QemuSnapshots_partly, name))
				.where(parts.board()).next(Messages.QemuSnapshots_partlyNext).build());
		final var phase = phase("load", Messages.QemuSnapshots_loadingPhase, name); //$NON-NLS-1$
		if (held.memory().isEmpty()) {
			machine.cut(progress.token());
			machine.whileOff(NLS.bind(Messages.QemuSnapshots_loading, name), progress.token(), () -> {
				progress.token().check();
				progress.begin(phase, -1);
				for (final Path file : layers.filesOf(name)) {
					parts.tool().snapshot("-a", name, file); //$NON-NLS-1$
				}
				index.current(name);
				return null;
			});
		} else if (machine.run().isPresent()) {
			machine.alone(NLS.bind(Messages.QemuSnapshots_loading, name), progress.token(), () -> {
				final var run = machine.requireOn();
				refuseDisposable(run);
				load(run, held, phase, progress);
				return null;
			});
		} else {
			loadAtStart(held, phase, progress);
		}
		publish();
	}

	/** Until QEMU loads, a cancellation ends it; from then on it goes on to the end, so that disks and memory belong together. */
	private void loadAtStart(Held held, Phase phase, Progress progress) throws BenchException {
		final var start = CancelToken.none();
		try (var link = progress.token().onCancel(start::cancel)) {
			machine.on(false, run -> {
				link.close();
				start.check();
				load(run, held, phase, progress);
			}, start);
		}
	}

	private void load(Run run, Held held, Phase phase, Progress progress) throws BenchException {
		Job.run(run, "snapshot-load", Job.snapshot(held.name(), layers.nodesOf(held.name(), machine.launcher().hasVariables()), true), phase, //$NON-NLS-1$
				held.tag().memory(), Traffic.READ, progress, Messages.QemuSnapshots_toEnd);
		index.current(held.name());
	}

	@Override
	public void delete(String name, Progress progress) throws BenchException {
		find(name);
		machine.alone(NLS.bind(Messages.QemuSnapshots_deleting, name), progress.token(), () -> {
			final var run = machine.run();
			if (run.isPresent()) {
				refuseDisposable(run.get());
			}
			progress.token().check();
			progress.begin(phase("delete", Messages.QemuSnapshots_deletingPhase, name), -1); //$NON-NLS-1$
			erase(name, run, progress);
			return null;
		});
		publish();
	}

	/** The names of those that a disk holds a part of: lost with its overlay. Empty where that cannot be told. */
	Optional<List<String>> in(Disk disk) {
		try {
			return Optional.of(disk.snapshots().stream().map(QcowSnapshots.Tag::name).toList());
		} catch (BenchException e) {
			System.getLogger(QemuSnapshots.class.getName()).log(System.Logger.Level.WARNING, e.getMessage(), e);
			return Optional.empty();
		}
	}

	/**
	 * Does something to a disk that may replace its overlay, while the machine is off and stays so: what was in it and is gone then goes
	 * from the other disks too.
	 */
	<T> T losing(Disk disk, Exclusive.Action<T> action) throws BenchException {
		final var before = in(disk).orElse(List.of());
		try {
			return action.run();
		} finally {
			in(disk).ifPresent(after -> before.stream().filter(name -> !after.contains(name)).forEach(this::forget));
			publish();
		}
	}

	private void forget(String name) {
		try {
			erase(name, Optional.empty(), Progress.none());
		} catch (BenchException e) {
			System.getLogger(QemuSnapshots.class.getName()).log(System.Logger.Level.WARNING, e.getMessage(), e); // it can be deleted by hand
		}
	}

	/** Says how many there are; synchronized so that what was counted last is said last. */
	synchronized void publish() {
		try {
			final var tree = tree();
			final int count = tree.snapshots().size();
			context.publish(NODE, new NodeState(Level.OFF, count == 0 ? Messages.QemuSnapshots_none : Integer.toString(count),
					tree.current().map(name -> NLS.bind(Messages.QemuSnapshots_current, name)).orElse(""))); //$NON-NLS-1$
		} catch (BenchException e) {
			context.publish(NODE, new NodeState(Level.ERROR, "", e.getMessage())); //$NON-NLS-1$
		}
	}

	private void find(String name) throws BenchException {
		final var tree = tree();
		if (tree.find(name).isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.QemuSnapshots_unknown, name)).where(parts.board())
				.next(NLS.bind(Messages.QemuSnapshots_known, String.join(", ", tree.snapshots().stream().map(Snapshot::name).toList()))).build(); //$NON-NLS-1$
		}
	}

	private void refuseDisposable(Run run) throws BenchException {
		if (run.disposable()) {
			throw BenchException.failed(Messages.QemuSnapshots_disposable).where(parts.board()).next(Messages.Machine_switchOff).build();
		}
	}

	/** The screen as it is; none where QEMU cannot draw one. */
	private Optional<Path> picture(Run run) throws BenchException {
		if (!parts.config().display()) {
			return Optional.empty();
		}
		final Path file = index.newPicture();
		try {
			Control.execute(run, "screendump", Map.of("filename", file.toString(), "format", "png")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			return Optional.of(file);
		} catch (BenchException e) {
			System.getLogger(QemuSnapshots.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e);
			return Optional.empty();
		}
	}

	private static Phase phase(String id, String label, String name) {
		return new Phase(id, NLS.bind(label, name));
	}
}
