package dev.benchtop.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.FileServer.Transfer;
import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;

/** A server of a folder on a free port of this machine alone, and two clients: one that sends bytes as they are, and curl. */
final class Web implements AutoCloseable {

	/** What a server said; {@code fields} by the names as they came. */
	record Reply(int status, Map<String, String> fields, byte[] body) {
		String text() {
			return new String(body, StandardCharsets.UTF_8);
		}

		String field(String name) {
			return fields.get(name);
		}
	}

	final ServedFiles files;
	final Links links = new Links();
	final TransferLog log;
	final HttpServer server;
	final BlockingQueue<Transfer> ended = new LinkedBlockingQueue<>();

	Web(Path root) throws IOException {
		this(root, new HttpSettings(false, 0, Access.open()));
	}

	Web(Path root, HttpSettings settings) throws IOException {
		files = new ServedFiles(Optional.of(root));
		log = new TransferLog(files, new FileServer.Listener() {
			@Override
			public void ended(Transfer transfer) {
				ended.add(transfer);
			}
		});
		server = HttpServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), files, links, settings, log);
	}

	static Web writable(Path root, long quota) throws IOException {
		return new Web(root, new HttpSettings(true, quota, Access.open()));
	}

	int port() {
		return server.address().getPort();
	}

	String url(String path) {
		return "http://127.0.0.1:" + port() + path;
	}

	/** The next transfer that ends. */
	Transfer nextEnd() throws InterruptedException {
		final var transfer = ended.poll(1, TimeUnit.MINUTES);
		if (transfer == null) {
			throw new AssertionError("no transfer ended");
		}
		return transfer;
	}

	/** Asks for a path, exactly as it is written. */
	Reply get(String path, String... fields) throws IOException {
		return ask("GET", path, fields);
	}

	Reply ask(String method, String path, String... fields) throws IOException {
		try (var raw = new RawClient(server.address())) {
			raw.send(method + ' ' + path + " HTTP/1.1\r\nHost: x\r\n" + lines(fields) + "\r\n");
			return raw.reply(method);
		}
	}

	private static String lines(String... fields) {
		return fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
	}

	/** Runs curl in {@code folder}; the last of {@code arguments} is usually a URL. */
	static Curl.Result curl(Path folder, String... arguments) throws Exception {
		return Curl.run(folder, List.of(arguments));
	}

	@Override
	public void close() {
		server.close();
	}
}
