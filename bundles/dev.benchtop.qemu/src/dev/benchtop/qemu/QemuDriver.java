package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.image.Imaging;

/** A virtual board at work: its power, its console and its disks. */
final class QemuDriver implements Driver {

	private final Machine machine;
	private final Driver self;
	private final Map<String, Driver> children = new LinkedHashMap<>();

	QemuDriver(DriverContext context, QemuConfig config, Host host, Imaging imaging) {
		final Path state = context.state().resolve("qemu").resolve(context.node()); //$NON-NLS-1$
		final var tool = new QemuImg(host);
		final List<Disk> disks = config.allDisks().entrySet().stream()
				.map(entry -> new Disk(entry.getKey(), entry.getValue().size().bytes(), state.resolve("disks").resolve(entry.getKey()), tool)).toList(); //$NON-NLS-1$
		machine = new Machine(context, config, host, state, disks);
		self = Driver.of(new QemuHostLink(context.board(), config.network() != Network.NONE, RouterTftp.folder(state)));
		children.put(Machine.POWER, Driver.of(machine));
		children.put(Machine.CONSOLE, Driver.of(machine.console()));
		children.put(Machine.FLASHER, Driver.of(new QemuFlasher(machine, disks, imaging)));
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return type == HostLink.class ? self.capability(type) : Optional.empty();
	}

	@Override
	public Map<String, Driver> children() {
		return Map.copyOf(children);
	}

	@Override
	public void close() {
		machine.close();
	}
}
