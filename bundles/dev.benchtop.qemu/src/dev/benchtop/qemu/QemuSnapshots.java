package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.driver.DriverContext;

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
	private final SnapshotIndex index;

	QemuSnapshots(DriverContext context, Machine machine, Parts parts) {
		this.context = context;
		this.machine = machine;
		this.parts = parts;
		this.index = new SnapshotIndex(parts.state().resolve("snapshots")); //$NON-NLS-1$
	}

	@Override
	public Tree tree() throws BenchException {
		return index.tree(layers());
	}

	@Override
	public void save(String name, String note, Progress progress) throws BenchException {
		if (!NAME.matcher(name).matches()) {
			throw BenchException.usage(NLS.bind(Messages.QemuSnapshots_name, name)).where(parts.board()).next(Messages.QemuSnapshots_nameNext).build();
		}
		machine.alone(NLS.bind(Messages.QemuSnapshots_saving, name), progress.token(), () -> {
			final var run = machine.run();
			if (run.isPresent()) {
				refuseDisposable(run.get());
			}
			for (final Disk disk : parts.disks()) {
				disk.size(); // makes one that does not exist yet
			}
			if (tree().find(name).isPresent()) {
				throw BenchException.failed(NLS.bind(Messages.QemuSnapshots_taken, name)).where(parts.board()).next(Messages.QemuSnapshots_takenNext).build();
			}
			final var variables = variables();
			final var phase = phase("save", Messages.QemuSnapshots_savingPhase, name); //$NON-NLS-1$
			if (run.isPresent()) {
				final var picture = picture(run.get());
				try {
					Job.run(run.get(), "snapshot-save", Job.snapshot(name, nodes(variables.isPresent()), true), phase, progress); //$NON-NLS-1$
				} catch (BenchException e) {
					index.drop(picture);
					throw e;
				}
				index.add(name, true, parts.tool().memory(parts.disks().getFirst().layer(), name), note, picture, layers(), variables);
			} else {
				progress.begin(phase, -1);
				saveFiles(name, files(variables.isPresent()));
				index.add(name, false, 0, note, Optional.empty(), layers(), variables);
			}
			return null;
		});
		publish();
	}

	@Override
	public void load(String name, Progress progress) throws BenchException {
		final var snapshot = find(name);
		final boolean variables = index.isIn(name, variables());
		final var phase = phase("load", Messages.QemuSnapshots_loadingPhase, name); //$NON-NLS-1$
		if (!snapshot.running()) {
			machine.cut(progress.token());
			machine.whileOff(NLS.bind(Messages.QemuSnapshots_loading, name), progress.token(), () -> {
				progress.begin(phase, -1);
				for (final Path file : files(variables)) {
					parts.tool().snapshot("-a", name, file); //$NON-NLS-1$
				}
				return null;
			});
		} else if (machine.run().isPresent()) {
			machine.alone(NLS.bind(Messages.QemuSnapshots_loading, name), progress.token(), () -> {
				final var run = machine.requireOn();
				refuseDisposable(run);
				Job.run(run, "snapshot-load", Job.snapshot(name, nodes(variables), true), phase, progress); //$NON-NLS-1$
				return null;
			});
		} else {
			machine.on(false, run -> Job.run(run, "snapshot-load", Job.snapshot(name, nodes(variables), true), phase, progress), progress.token()); //$NON-NLS-1$
		}
		index.current(name);
		publish();
	}

	@Override
	public void delete(String name, Progress progress) throws BenchException {
		find(name);
		machine.alone(NLS.bind(Messages.QemuSnapshots_deleting, name), progress.token(), () -> {
			final var run = machine.run().filter(going -> !going.disposable());
			final boolean variables = index.isIn(name, variables());
			final var phase = phase("delete", Messages.QemuSnapshots_deletingPhase, name); //$NON-NLS-1$
			if (run.isPresent()) {
				Job.run(run.get(), "snapshot-delete", Job.snapshot(name, nodes(variables), false), phase, progress); //$NON-NLS-1$
			} else {
				machine.requireOff();
				progress.begin(phase, -1);
				for (final Path file : files(variables)) {
					parts.tool().snapshot("-d", name, file); //$NON-NLS-1$
				}
			}
			index.remove(name);
			return null;
		});
		publish();
	}

	/** Whether there are some, or it cannot be known. */
	boolean mayExist() {
		try {
			return !tree().snapshots().isEmpty();
		} catch (BenchException e) {
			System.getLogger(QemuSnapshots.class.getName()).log(System.Logger.Level.WARNING, e.getMessage(), e);
			return true;
		}
	}

	/** Says how many there are. */
	void publish() {
		try {
			final var tree = tree();
			final int count = tree.snapshots().size();
			context.publish(NODE, new NodeState(Level.OFF, count == 0 ? Messages.QemuSnapshots_none : Integer.toString(count),
					tree.current().map(name -> NLS.bind(Messages.QemuSnapshots_current, name)).orElse(""))); //$NON-NLS-1$
		} catch (BenchException e) {
			context.publish(NODE, new NodeState(Level.ERROR, "", e.getMessage())); //$NON-NLS-1$
		}
	}

	private void saveFiles(String name, List<Path> files) throws BenchException {
		final var done = new ArrayList<Path>();
		try {
			for (final Path file : files) {
				parts.tool().snapshot("-c", name, file); //$NON-NLS-1$
				done.add(file);
			}
		} catch (BenchException e) {
			for (final Path file : done) {
				parts.tool().snapshot("-d", name, file); //$NON-NLS-1$
			}
			throw e;
		}
	}

	private Snapshot find(String name) throws BenchException {
		final var tree = tree();
		return tree.find(name).orElseThrow(() -> BenchException.usage(NLS.bind(Messages.QemuSnapshots_unknown, name)).where(parts.board())
				.next(NLS.bind(Messages.QemuSnapshots_known, String.join(", ", tree.snapshots().stream().map(Snapshot::name).toList()))).build()); //$NON-NLS-1$
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

	/** The nodes of QEMU's that hold a snapshot; the variables only where it is in them. */
	private List<String> nodes(boolean variables) {
		final var nodes = new ArrayList<String>();
		for (int disk = 0; disk < parts.disks().size(); disk++) {
			nodes.add(QemuCommand.node(disk));
		}
		if (variables) {
			nodes.add(QemuCommand.VARIABLES);
		}
		return nodes;
	}

	/** The files that hold a snapshot. */
	private List<Path> files(boolean variables) throws BenchException {
		final var files = new ArrayList<Path>();
		for (final Disk disk : parts.disks()) {
			files.add(disk.layer());
		}
		if (variables) {
			files.add(parts.variables().file());
		}
		return files;
	}

	/** The variables that a snapshot is made in. */
	private Optional<String> variables() throws BenchException {
		return machine.launcher().hasVariables() ? parts.variables().generation() : Optional.empty();
	}

	/** What tells these overlays from all others. */
	private String layers() throws BenchException {
		final var layers = new ArrayList<String>();
		for (final Disk disk : parts.disks()) {
			layers.add(disk.layerName());
		}
		return String.join(" ", layers); //$NON-NLS-1$
	}

	private static Phase phase(String id, String label, String name) {
		return new Phase(id, NLS.bind(label, name));
	}
}
