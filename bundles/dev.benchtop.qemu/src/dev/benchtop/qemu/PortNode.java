package dev.benchtop.qemu;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;

/** The node of a forwarded port; where it is that of ssh, a shell on the board is on it too. */
final class PortNode implements Driver {

	static final String SSH = "ssh"; //$NON-NLS-1$

	/** QEMU takes the connection long before a board that is emulated has started so far as to answer. */
	private static final String PATIENCE = "90s"; //$NON-NLS-1$

	private final NetworkPort port;
	private final Optional<Driver> shell;

	private PortNode(NetworkPort port, Optional<Driver> shell) {
		this.port = port;
		this.shell = shell;
	}

	static PortNode of(DriverContext context, QemuConfig config, String name, NetworkPort port) throws BenchException {
		if (!port.protocol().equals(Optional.of(SSH))) {
			return new PortNode(port, Optional.empty());
		}
		final var login = new LinkedHashMap<String, Object>(Map.of("tcp", context.node() + '.' + name, "timeout", PATIENCE)); //$NON-NLS-1$ //$NON-NLS-2$
		if (config.username() != null && !config.username().isBlank()) {
			login.put("default_username", config.username()); //$NON-NLS-1$
		}
		if (config.password() != null) {
			login.put("password", config.password().reveal()); //$NON-NLS-1$
		}
		return new PortNode(port, context.make(name, SSH, login));
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		if (type.isInstance(port)) {
			return Optional.of(type.cast(port));
		}
		return shell.flatMap(driver -> driver.capability(type));
	}

	@Override
	public void close() {
		shell.ifPresent(Driver::close);
	}
}
