package dev.benchtop.server;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.NodeShape;

/** A file server at work, and as its child {@code storage} the folder that it serves. */
final class ServerDriver implements Driver {

	static final String ICON = "icons/server.svg"; //$NON-NLS-1$
	static final String STORAGE = "storage"; //$NON-NLS-1$

	private final BoardFileServer server;
	private final Roots roots;
	private final Driver self;

	ServerDriver(DriverContext context, Protocol protocol, String host, int port, Roots roots) throws BenchException {
		this.roots = roots;
		final String where = context.board() + '/' + context.node();
		this.server = new BoardFileServer(protocol, () -> Route.of(host, port, protocol.name(), context), roots, where,
				state -> context.publish("", state), FileServer.Listener.NONE); //$NON-NLS-1$
		this.self = Driver.of(server);
	}

	/** The storage child is there where a folder is served, and not where somebody else's storage is. */
	static NodeShape shape(String storage) {
		final boolean own = storage == null || storage.isBlank();
		return new NodeShape(Set.of(FileServer.class), java.util.List.of(), own ? Map.of(STORAGE, NodeShape.of(Storage.class)) : Map.of());
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return self.capability(type);
	}

	@Override
	public Map<String, Driver> children() {
		return roots.own().map(own -> Map.of(STORAGE, own)).orElse(Map.of());
	}

	@Override
	public void close() {
		server.close();
		roots.close();
	}
}
