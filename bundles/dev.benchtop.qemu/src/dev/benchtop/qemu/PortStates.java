package dev.benchtop.qemu;

import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.driver.DriverContext;

/** Tells where the ports of a machine are reached from this one. */
final class PortStates {

	private final DriverContext context;
	private final QemuConfig config;

	PortStates(DriverContext context, QemuConfig config) {
		this.context = context;
		this.config = config;
	}

	/** All ports of a run in a sentence; empty where it has none. */
	Optional<String> told(Run run) {
		final String all = Shape.ports(config).entrySet().stream().filter(port -> run.ports().containsKey(port.getKey()))
				.map(port -> port.getKey() + ' ' + address(port.getValue(), run.ports().get(port.getKey()))).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return all.isEmpty() ? Optional.empty() : Optional.of(NLS.bind(Messages.PortStates_open, all));
	}

	/** They lead to the machine now. */
	void on(Run run) {
		Shape.ports(config).forEach((name, forward) -> {
			final Integer port = run.ports().get(name);
			if (port != null && !isShell(name, forward)) {
				final String address = address(forward, port);
				context.publish(name, new NodeState(Level.ON, Integer.toString(port), name.equals(Ports.GDB) ? NLS.bind(Messages.PortStates_gdb, address)
						: NLS.bind(Messages.PortStates_forward, address, Integer.toString(forward.guestport()))));
			}
		});
	}

	/** They lead nowhere now. */
	void off() {
		Shape.ports(config).forEach((name, forward) -> {
			if (!isShell(name, forward)) {
				context.publish(name, new NodeState(Level.OFF, Messages.Machine_offWord, "")); //$NON-NLS-1$
			}
		});
	}

	/** Whether the node is a shell too, which tells how it stands itself. */
	private boolean isShell(String name, HostForward forward) {
		return Shape.protocol(config, name, forward).equals(Optional.of(PortNode.SSH));
	}

	private static String address(HostForward forward, int port) {
		return forward.address(port).getHostString() + ':' + port;
	}
}
