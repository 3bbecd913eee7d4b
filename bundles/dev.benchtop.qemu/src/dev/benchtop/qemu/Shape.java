package dev.benchtop.qemu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.qemu.HostForward.Protocol;

/** The nodes that a virtual board has, as its configuration says. */
final class Shape {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,19}"); //$NON-NLS-1$
	private static final Pattern NODE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,29}"); //$NON-NLS-1$
	private static final String LOOPBACK = "127.0.0.1"; //$NON-NLS-1$

	private Shape() {
	}

	static NodeShape of(QemuConfig config) {
		final var children = new LinkedHashMap<String, NodeShape>();
		children.put(Machine.POWER, NodeShape.of(Power.class));
		children.put(Line.CONSOLE, NodeShape.of(Console.class));
		config.serials().forEach(name -> children.put(name, NodeShape.of(Console.class).besides()));
		children.put(Line.MONITOR, NodeShape.of(Console.class).besides());
		children.put(Machine.FLASHER, new NodeShape(Set.of(Flasher.class), targets(config), Map.of()));
		children.put(QemuSnapshots.NODE, NodeShape.of(Snapshots.class));
		if (config.display()) {
			children.put(Machine.DISPLAY, NodeShape.of(Display.class));
		}
		ports(config).forEach((name, forward) -> children.put(name, (protocol(config, name, forward).equals(Optional.of(PortNode.SSH))
				? NodeShape.of(NetworkPort.class, RemoteShell.class, Console.class) : NodeShape.of(NetworkPort.class)).besides()));
		return new NodeShape(Set.of(HostLink.class, CommandLine.class), List.of(), children);
	}

	/** What can be flashed: the disks, the first one first, and the firmware. */
	static List<String> targets(QemuConfig config) {
		final var targets = new ArrayList<>(config.allDisks().keySet());
		targets.addAll(Partitions.FIRMWARE);
		return targets;
	}

	/** The ports that lead to the board, by name: the forwards and the gdb stub. */
	static Map<String, HostForward> ports(QemuConfig config) {
		final var ports = new LinkedHashMap<>(config.network() == Network.NONE ? Map.<String, HostForward>of() : config.hostfwd());
		if (config.gdb() >= 0) {
			ports.put(Ports.GDB, new HostForward(Protocol.TCP, LOOPBACK, config.gdb(), 1));
		}
		return ports;
	}

	static Optional<String> protocol(QemuConfig config, String name, HostForward forward) {
		return config.gdb() >= 0 && name.equals(Ports.GDB) ? Optional.of(Ports.GDB) : ForwardedPort.protocol(forward);
	}

	/** Refuses a configuration that cannot be. */
	static void check(String board, QemuConfig config) throws BenchException {
		for (final String name : config.allDisks().keySet()) {
			if (!NAME.matcher(name).matches() || Partitions.FIRMWARE.contains(name)) {
				throw BenchException.usage(NLS.bind(Messages.QemuDriverFactory_diskName, name)).where(board).build();
			}
		}
		final var targets = targets(config);
		for (final String name : config.partitions().keySet()) {
			if (!targets.contains(name)) {
				throw BenchException.usage(NLS.bind(Messages.Shape_partition, name)).where(board)
						.next(NLS.bind(Messages.QemuFlasher_targets, String.join(", ", targets))).build(); //$NON-NLS-1$
			}
		}
		final var taken = new HashSet<>(Set.of(Machine.POWER, Line.CONSOLE, Line.MONITOR, Machine.FLASHER, Machine.DISPLAY, QemuSnapshots.NODE, Ports.GDB));
		for (final String name : names(config)) {
			if (!NODE.matcher(name).matches() || !taken.add(name)) {
				throw BenchException.usage(NLS.bind(Messages.Shape_name, name)).where(board).next(Messages.Shape_nameNext).build();
			}
		}
		for (final var forward : config.hostfwd().entrySet()) {
			if (!forward.getValue().canListen()) {
				throw BenchException.usage(NLS.bind(Messages.Shape_hostaddr, forward.getKey(), forward.getValue().hostaddr())).where(board)
						.next(Messages.Shape_hostaddrNext).build();
			}
		}
		if (config.launcherSocket() != null) {
			throw BenchException.usage(Messages.Shape_launcher).where(board).next(Messages.Shape_launcherNext).build();
		}
		if (config.network() == Network.NONE && !config.hostfwd().isEmpty()) {
			throw BenchException.usage(Messages.Shape_noNetwork).where(board).next(Messages.QemuHostLink_connect).build();
		}
	}

	private static List<String> names(QemuConfig config) {
		final var names = new ArrayList<>(config.serials());
		names.addAll(config.hostfwd().keySet());
		return names;
	}
}
