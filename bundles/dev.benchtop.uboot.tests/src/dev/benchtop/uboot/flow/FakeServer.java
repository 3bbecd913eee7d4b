package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.FileServer;

/** Serves published files by HTTP on loopback, or hands them to a fake U-Boot by name. */
final class FakeServer implements FileServer {

	private static final InetSocketAddress TFTP = new InetSocketAddress(InetAddress.getLoopbackAddress(), 69);

	private final String protocol;
	private final Path uploads;
	private final AtomicInteger cuts;
	private final Map<String, Path> files = new ConcurrentHashMap<>();
	private final List<Missing> missing = new CopyOnWriteArrayList<>();
	private HttpServer http;

	/** @param cuts how many answers end in their middle */
	FakeServer(String protocol, Path uploads, AtomicInteger cuts) {
		this.protocol = protocol;
		this.uploads = uploads;
		this.cuts = cuts;
	}

	/** A file for U-Boot. */
	Optional<Path> find(String name) {
		final var found = Optional.ofNullable(files.get(name));
		if (found.isEmpty()) {
			missing.add(new Missing(name, TFTP, Instant.now(), 1, List.of()));
		}
		return found;
	}

	@Override
	public String protocol() {
		return protocol;
	}

	@Override
	public synchronized InetSocketAddress start() throws BenchException {
		if (protocol.equals("tftp")) {
			return TFTP;
		}
		try {
			if (http == null) {
				http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
				http.createContext("/", this::answer);
				http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
				http.start();
			}
			return http.getAddress();
		} catch (IOException e) {
			throw BenchException.failed("no port").why(e).build();
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			final String name = exchange.getRequestURI().getPath().substring(1);
			if (exchange.getRequestMethod().equals("PUT")) {
				Files.copy(exchange.getRequestBody(), uploads.resolve(name));
				exchange.sendResponseHeaders(201, -1);
				return;
			}
			final Path file = files.get(name);
			if (file == null) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			final boolean cut = Files.size(file) > 1 << 20 && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
			exchange.sendResponseHeaders(200, Files.size(file));
			final OutputStream out = exchange.getResponseBody();
			if (cut) {
				out.write(Files.readAllBytes(file), 0, 1 << 20);
				return;
			}
			Files.copy(file, out);
			out.close();
		}
	}

	@Override
	public synchronized void stop() {
		if (http != null) {
			http.stop(0);
			http = null;
		}
	}

	@Override
	public synchronized Optional<InetSocketAddress> address() {
		return protocol.equals("tftp") ? Optional.of(TFTP) : Optional.ofNullable(http).map(HttpServer::getAddress);
	}

	@Override
	public String publish(String name, Path file, InetAddress self) throws BenchException {
		files.put(name, file);
		return protocol + "://" + self.getHostAddress() + ':' + start().getPort() + '/' + name;
	}

	@Override
	public void withdraw(String name) {
		files.remove(name);
	}

	@Override
	public List<Transfer> transfers() {
		return List.of();
	}

	@Override
	public List<Missing> missing() {
		return missing;
	}
}
