package dev.benchtop.cli.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.spi.FileServers;
import dev.benchtop.core.spi.FileServers.Plan;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop serve}: serves a folder, and files of anywhere, until Ctrl-C. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "serve")
public final class ServeCommand implements CliCommand {

	/** The protocols; the names are what the user writes. */
	enum Protocol {
		tftp, http
	}

	private final FileServers servers;
	private final Locations locations;

	@Parameters(index = "0", paramLabel = "tftp|http", descriptionKey = "serve.protocol")
	private Protocol protocol;

	@Parameters(index = "1..*", arity = "1..*", paramLabel = "LOCATION", descriptionKey = "serve.locations")
	private List<String> texts;

	@Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "auto", descriptionKey = "serve.host")
	private String host;

	@Option(names = "--port", paramLabel = "PORT", defaultValue = "0", descriptionKey = "serve.port")
	private int port;

	@Option(names = "--writable", descriptionKey = "serve.writable")
	private boolean writable;

	@Option(names = "--once", paramLabel = "NAME", descriptionKey = "serve.once")
	private Optional<String> once = Optional.empty();

	@Activate
	public ServeCommand(@Reference FileServers servers, @Reference Locations locations) {
		this.servers = servers;
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		if (port < 0 || port > 65535) {
			throw BenchException.usage(NLS.bind(Messages.ServeCommand_port, port)).build();
		}
		final List<Location> folders = new ArrayList<>();
		final Map<String, Location> files = new LinkedHashMap<>();
		for (final String text : texts) {
			sort(locations.locate(text, bench(text, context), context.workingFolder()), folders, files);
		}
		if (folders.size() > 1) {
			throw BenchException.usage(Messages.ServeCommand_oneFolder).build();
		}
		if (writable && folders.isEmpty()) {
			throw BenchException.usage(Messages.ServeCommand_writableFolder).build();
		}
		final var root = folders.stream().findFirst();
		final var diary = new Diary(context, once);
		final var server = servers.make(protocol.name(), new Plan(root.map(Location::path).orElse(null), root.map(Location::text).orElse(""), host, port, writable), diary); //$NON-NLS-1$
		try {
			final InetSocketAddress bound = server.start();
			final InetAddress self = server.seen().orElse(bound).getAddress();
			for (final var file : files.entrySet()) {
				server.publish(file.getKey(), file.getValue().path(), self);
			}
			diary.open(server, bound, root.map(Location::text));
			return diary.keep();
		} finally {
			server.stop();
		}
	}

	/** The bench is only read where a text may name a place on it. */
	private static Optional<Bench> bench(String text, CliContext context) throws BenchException {
		return Locations.onBench(text) ? Optional.of(context.bench()) : Optional.empty();
	}

	private static void sort(Location location, List<Location> folders, Map<String, Location> files) throws BenchException {
		final Path path = location.path();
		if (Files.isDirectory(path)) {
			folders.add(location);
		} else if (!Files.isReadable(path)) {
			throw BenchException.usage(NLS.bind(Messages.ServeCommand_notThere, location.text())).build();
		} else if (files.put(path.getFileName().toString(), location) != null) {
			throw BenchException.usage(NLS.bind(Messages.ServeCommand_sameName, path.getFileName())).build();
		}
	}
}
