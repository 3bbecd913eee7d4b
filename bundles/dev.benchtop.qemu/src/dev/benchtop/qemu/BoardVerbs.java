package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Progress;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.driver.Verb.Parameter;

/** What can be done with a virtual board as a whole. */
final class BoardVerbs {

	private static final String TARGET = "target"; //$NON-NLS-1$
	private static final String SIZE = "size"; //$NON-NLS-1$
	private static final String FILE = "file"; //$NON-NLS-1$
	private static final String EXECUTABLE = "rwxr-x---"; //$NON-NLS-1$

	private final Machine machine;
	private final Parts parts;

	private BoardVerbs(Machine machine, Parts parts) {
		this.machine = machine;
		this.parts = parts;
	}

	static List<Verb> of(Machine machine, Parts parts) {
		return new BoardVerbs(machine, parts).all();
	}

	private List<Verb> all() {
		final Optional<String> isOn = machine.run().isPresent() ? Optional.of(Messages.Machine_isOn) : Optional.empty();
		final Optional<String> noVariables = parts.variables().exist() ? isOn : Optional.of(Messages.BoardVerbs_noVariables);
		final Disk first = parts.disks().getFirst();
		return List.of(
				new Verb("resize-disk", Messages.BoardVerbs_resizeDisk, //$NON-NLS-1$
						List.of(new Parameter(TARGET, Messages.QemuFlasher_target, String.class, first.name()), size("4G")), Danger.NONE, Optional.empty(), //$NON-NLS-1$
						this::resizeDisk),
				new Verb("resize-memory", Messages.BoardVerbs_resizeMemory, List.of(size(parts.config().mem().toString())), Danger.NONE, Optional.empty(), //$NON-NLS-1$
						(values, _) -> Memory.remember(parts.state(), bytes(values))),
				new Verb("reset-variables", Messages.BoardVerbs_resetVariables, List.of(), Danger.DESTROYS, noVariables, //$NON-NLS-1$
						(_, progress) -> machine.whileOff(Messages.BoardVerbs_resettingVariables, progress.token(), () -> {
							parts.variables().reset();
							return null;
						}), Messages.BoardVerbs_resetVariablesLoss),
				new Verb("script", Messages.BoardVerbs_script, List.of(new Parameter(FILE, Messages.BoardVerbs_file, Path.class, parts.board() + ".sh")), //$NON-NLS-1$ //$NON-NLS-2$
						Danger.NONE, Optional.empty(), (values, _) -> script((Path) values.get(FILE))));
	}

	private static Parameter size(String proposal) {
		return new Parameter(SIZE, Messages.BoardVerbs_size, ByteSize.class, proposal);
	}

	private static long bytes(Map<String, Object> values) throws BenchException {
		final long bytes = ((ByteSize) values.get(SIZE)).bytes();
		if (bytes <= 0) {
			throw BenchException.usage(Messages.BoardVerbs_noSize).build();
		}
		return bytes;
	}

	private void resizeDisk(Map<String, Object> values, Progress progress) throws BenchException {
		final Disk disk = disk((String) values.get(TARGET));
		final long bytes = bytes(values);
		machine.alone(NLS.bind(Messages.BoardVerbs_resizing, disk.name()), progress.token(), () -> {
			final var run = machine.run();
			if (run.isPresent() && run.get().disposable()) {
				throw BenchException.failed(Messages.BoardVerbs_disposable).where(parts.board()).next(Messages.Machine_switchOff).build();
			}
			disk.resize(bytes, run.map(going -> wanted -> Control.execute(going, "block_resize", //$NON-NLS-1$
					Map.of("node-name", QemuCommand.node(parts.disks().indexOf(disk)), SIZE, wanted)))); //$NON-NLS-1$
			return null;
		});
	}

	private Disk disk(String name) throws BenchException {
		return Disks.find(parts.disks(), name);
	}

	private void script(Path file) throws BenchException {
		try {
			Files.writeString(file, new Commands(parts.board(), machine).script(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(EXECUTABLE));
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.BoardVerbs_notWritten, file)).why(e).build();
		}
	}
}
