package dev.benchtop.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;
import dev.benchtop.server.http.HttpServer;
import dev.benchtop.server.http.HttpSettings;
import dev.benchtop.server.http.Links;

/** Serves by HTTP. */
record HttpProtocol(HttpSettings settings, Links links) implements Protocol {

	private static final int PORT = 80;
	private static final int PREFERRED = 8080;

	HttpProtocol(HttpSettings settings) {
		this(settings, new Links());
	}

	@Override
	public String name() {
		return "http"; //$NON-NLS-1$
	}

	@Override
	public int usualPort() {
		return PORT;
	}

	@Override
	public List<Integer> ports() {
		return List.of(PREFERRED, 0);
	}

	@Override
	public Running start(InetSocketAddress bind, ServedFiles files, TransferLog log) throws IOException {
		final var server = HttpServer.start(bind, files, links, settings, log);
		return new Running(server.address(), server::close);
	}

	@Override
	public String path(String name) {
		return links.path(name);
	}

	@Override
	public void forget(String name) {
		links.forget(name);
	}
}
