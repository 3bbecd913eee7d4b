package dev.benchtop.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.testing.TestContext;

/** The world of one server: its board's way to this machine, and the drivers that it asks for. */
final class ServerContext extends TestContext {

	record Made(String child, String type, Map<String, ?> config) {
	}

	final List<Made> made = new ArrayList<>();
	Optional<HostLink> link = Optional.empty();

	ServerContext(Path folder) {
		super("rpi4", "server", folder);
	}

	@Override
	public <T extends Capability> Optional<T> only(Class<T> type) {
		return link.filter(type::isInstance).map(type::cast);
	}

	@Override
	public Optional<Driver> make(String child, String type, Map<String, ?> config) {
		made.add(new Made(child, type, config));
		return Optional.empty();
	}
}
