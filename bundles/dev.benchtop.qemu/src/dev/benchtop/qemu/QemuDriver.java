package dev.benchtop.qemu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.image.Imaging;

/** A virtual board at work: its power, its consoles, its screen, its ports and its disks. */
final class QemuDriver implements Driver {

	private final Machine machine;
	private final Parts parts;
	private final Driver self;
	private final Map<String, Driver> children = new LinkedHashMap<>();

	QemuDriver(DriverContext context, QemuConfig config, Host host, Imaging imaging) throws BenchException {
		parts = Parts.of(context, config, host);
		machine = new Machine(context, parts);
		self = Driver.of(new QemuHostLink(context.board(), config.network() != Network.NONE, RouterTftp.folder(parts.state())),
				new Commands(context.board(), machine));
		children.put(Machine.POWER, Driver.of(machine));
		machine.consoles().forEach((name, console) -> children.put(name, Driver.of(console)));
		final var snapshots = new QemuSnapshots(context, machine, parts);
		children.put(Machine.FLASHER, Driver.of(new QemuFlasher(machine, snapshots, parts, imaging)));
		children.put(QemuSnapshots.NODE, Driver.of(snapshots));
		snapshots.publish();
		machine.onTurn(snapshots::publish);
		if (config.display()) {
			children.put(Machine.DISPLAY, Driver.of(new QemuDisplay(context.board(), machine::run)));
		}
		for (final var port : Shape.ports(config).entrySet()) {
			final String name = port.getKey();
			children.put(name, PortNode.of(context, config, name,
					new ForwardedPort(context.board(), name, port.getValue(), Shape.protocol(config, name, port.getValue()), machine::run)));
		}
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return self.capability(type);
	}

	@Override
	public Map<String, Driver> children() {
		return Map.copyOf(children);
	}

	@Override
	public List<Verb> verbs() {
		return BoardVerbs.of(machine, parts);
	}

	@Override
	public void close() {
		machine.close();
		children.values().forEach(Driver::close);
	}
}
