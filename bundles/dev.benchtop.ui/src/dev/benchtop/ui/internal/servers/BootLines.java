package dev.benchtop.ui.internal.servers;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.StringJoiner;

import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.HushWords;

/** What to type at a board, or here, to get a file from a server that runs. */
final class BootLines {

	private static final String HTTP = "http"; //$NON-NLS-1$
	private static final int TFTP_PORT = 69;
	private static final int HTTP_PORT = 80;

	private BootLines() {
	}

	/** The lines for U-Boot's prompt; empty while the server does not run. */
	static Optional<String> uBoot(FileServer server, String name) {
		return url(server, name).map(URI::create).map(uri -> {
			final var lines = new StringJoiner("\n", "", "\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			if (server.protocol().equals(HTTP)) {
				if (uri.getPort() >= 0 && uri.getPort() != HTTP_PORT) {
					lines.add("setenv httpdstp " + uri.getPort()); //$NON-NLS-1$
				}
				return lines.add("wget ${loadaddr} " + HushWords.quoted(uri.getHost() + ':' + uri.getRawPath())).toString(); //$NON-NLS-1$
			}
			lines.add("setenv serverip " + uri.getHost()); //$NON-NLS-1$
			if (uri.getPort() >= 0 && uri.getPort() != TFTP_PORT) {
				lines.add("setenv tftpdstp " + uri.getPort()); //$NON-NLS-1$
			}
			return lines.add("tftpboot ${loadaddr} " + HushWords.quoted(name)).toString(); //$NON-NLS-1$
		});
	}

	/** The line for a shell of this machine, which may not reach what the board is told; empty while the server does not run. */
	static Optional<String> curl(FileServer server, String name) {
		return server.address().filter(address -> !address.getAddress().isAnyLocalAddress()).or(server::seen)
				.map(address -> "curl -O '" + url(server, name, address).replace("'", "%27") + '\''); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** The URL, for the board, of a published name or of a file of the served folder; empty while the server does not run. */
	static Optional<String> url(FileServer server, String name) {
		return server.seen().map(seen -> url(server, name, seen));
	}

	private static String url(FileServer server, String name, InetSocketAddress address) {
		final String published = server.published().get(name);
		final String host = address.getAddress().getHostAddress();
		try {
			final var plain = new URI(server.protocol(), null, host, address.getPort(), '/' + name, null, null);
			return published == null ? plain.toASCIIString() : plain.resolve(URI.create(published).getRawPath()).toASCIIString();
		} catch (URISyntaxException e) {
			throw new IllegalArgumentException(name, e);
		}
	}
}
