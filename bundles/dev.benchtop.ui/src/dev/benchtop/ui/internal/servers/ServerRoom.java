package dev.benchtop.ui.internal.servers;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.spi.FileServers;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Work;

/** All file servers of the window, and what the user does with them. */
@Component(service = ServerRoom.class)
public final class ServerRoom {

	private final BenchSession session;
	private final Locations locations;
	private final Optional<FileServers> maker;
	private final List<ServerEntry> own = new CopyOnWriteArrayList<>();

	@Activate
	public ServerRoom(@Reference BenchSession session, @Reference Locations locations,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL) FileServers maker) {
		this.session = session;
		this.locations = locations;
		this.maker = Optional.ofNullable(maker);
	}

	@Deactivate
	void deactivate() throws BenchException {
		for (final ServerEntry entry : own) {
			entry.use().stop();
		}
	}

	BenchSession session() {
		return session;
	}

	/** Those of the bench by their boards' names, then those that were started here. Never blocks. */
	List<ServerEntry> entries() {
		final List<ServerEntry> entries = new ArrayList<>();
		session.bench().filter(Bench::trusted).ifPresent(bench -> bench.boards().forEach(board -> board.allNodes().stream()
				.filter(node -> node.offers(FileServer.class) && node.ref().isEmpty()).map(ServerRoom::entry).forEach(entries::add)));
		entries.addAll(own);
		return entries;
	}

	static ServerEntry entry(Node node) {
		return new ServerEntry.OfBoard(node.board().name() + '/' + node.path(), node);
	}

	/** What a server without a board can be started for. */
	List<String> protocols() {
		return maker.map(FileServers::protocols).orElse(List.of());
	}

	void start(ServerEntry entry) {
		Work.start(NLS.bind(Messages.ServerRoom_starting, entry.title()), _ -> entry.use().start());
	}

	/** Stops a server; one that was started here goes. */
	void stop(ServerEntry entry) {
		Work.start(NLS.bind(Messages.ServerRoom_stopping, entry.title()), _ -> {
			entry.use().stop();
			own.remove(entry);
		});
	}

	/** Serves a folder, or publishes files with a server of its own. */
	void serve(String protocol, String... texts) {
		Work.start(NLS.bind(Messages.ServerRoom_serving, texts[0]), _ -> {
			final Location first = locate(texts[0]);
			final boolean folder = Files.isDirectory(first.path());
			final String title = folder ? first.path().getFileName() == null ? first.text() : first.path().getFileName().toString() : Messages.ServerRoom_files;
			final var server = maker.orElseThrow().make(protocol, new FileServers.Plan(folder ? first.path() : null, folder ? first.text() : "", "auto", 0, false), //$NON-NLS-1$ //$NON-NLS-2$
					FileServer.Listener.NONE);
			server.start();
			own.add(new ServerEntry.OfWindow(title + " (" + protocol.toUpperCase(Locale.ROOT) + ')', server)); //$NON-NLS-1$
			if (!folder) {
				publishAll(server, texts);
			}
		});
	}

	/** Publishes files under their own names; starts the server if it does not run. */
	void publish(ServerEntry entry, String... texts) {
		Work.start(NLS.bind(Messages.ServerRoom_publishing, entry.title()), _ -> {
			final var server = entry.use();
			server.start();
			publishAll(server, texts);
		});
	}

	private void publishAll(FileServer server, String... texts) throws BenchException {
		final InetAddress self = server.seen().orElseThrow().getAddress();
		for (final String text : texts) {
			final Location location = locate(text);
			final Path name = location.path().getFileName();
			if (name == null || Files.isDirectory(location.path())) {
				throw BenchException.usage(NLS.bind(Messages.ServerRoom_folder, location.text())).next(Messages.ServerRoom_folderNext).build();
			}
			server.publish(name.toString(), location.path(), self);
		}
	}

	private Location locate(String text) throws BenchException {
		return locations.locate(text, session.bench(), Path.of("").toAbsolutePath()); //$NON-NLS-1$
	}
}
