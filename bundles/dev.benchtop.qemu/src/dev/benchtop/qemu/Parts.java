package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.driver.DriverContext;

/**
 * What a virtual board is made of.
 *
 * @param folder what relative paths of the configuration count from
 * @param state the folder of the machine
 * @param disks in the order of the file, the one to boot first
 */
record Parts(String board, QemuConfig config, Host host, Path folder, Path state, QemuImg tool, List<Line> lines, List<Disk> disks,
		Partitions partitions, Variables variables) {

	static Parts of(DriverContext context, QemuConfig config, Host host) {
		final Path state = context.state().resolve("qemu").resolve(context.node()); //$NON-NLS-1$
		final var tool = new QemuImg(host);
		final var disks = config.allDisks();
		final String first = disks.keySet().iterator().next();
		return new Parts(context.board(), config, host, context.folder(), state, tool, Line.of(config, state),
				disks.entrySet().stream().map(entry -> {
					final String name = entry.getKey();
					final var size = config.diskSize() != null && name.equals(first) ? DiskSize.exactly(config.diskSize().bytes())
							: DiskSize.atLeast(entry.getValue().size().bytes());
					return new Disk(name, size, Optional.ofNullable(entry.getValue().image()).map(context.folder()::resolve),
							state.resolve("disks").resolve(name), tool); //$NON-NLS-1$
				}).toList(),
				new Partitions(state.resolve("firmware"), context.folder(), config.partitions()), new Variables(state, tool)); //$NON-NLS-1$
	}
}
