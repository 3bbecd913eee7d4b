package dev.benchtop.ui.internal.servers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.StringJoiner;

import dev.benchtop.core.capability.FileServer;

/** What to type at a board, or here, to get a file from a server that runs. */
final class BootLines {

	private static final String HTTP = "http"; //$NON-NLS-1$
	private static final int TFTP_PORT = 69;
	private static final int HTTP_PORT = 80;

	private BootLines() {
	}

	/** The lines for U-Boot's prompt; empty while the server does not run. */
	static Optional<String> uBoot(FileServer server, String name) {
		return uri(server, name).map(uri -> {
			final var lines = new StringJoiner("\n", "", "\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			if (server.protocol().equals(HTTP)) {
				if (uri.getPort() >= 0 && uri.getPort() != HTTP_PORT) {
					lines.add("setenv httpdstp " + uri.getPort()); //$NON-NLS-1$
				}
				return lines.add("wget ${loadaddr} " + uri.getHost() + ':' + uri.getRawPath()).toString(); //$NON-NLS-1$
			}
			lines.add("setenv serverip " + uri.getHost()); //$NON-NLS-1$
			if (uri.getPort() >= 0 && uri.getPort() != TFTP_PORT) {
				lines.add("setenv tftpdstp " + uri.getPort()); //$NON-NLS-1$
			}
			return lines.add("tftpboot ${loadaddr} " + name).toString(); //$NON-NLS-1$
		});
	}

	/** The line for a shell; empty while the server does not run. */
	static Optional<String> curl(FileServer server, String name) {
		return uri(server, name).map(uri -> "curl -O '" + uri.toASCIIString().replace("'", "%27") + '\''); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** The URL of a published name, or of a file of the served folder. */
	static Optional<URI> uri(FileServer server, String name) {
		final String published = server.published().get(name);
		return server.seen().map(seen -> {
			try {
				return published == null ? new URI(server.protocol(), null, seen.getAddress().getHostAddress(), seen.getPort(), '/' + name, null, null)
						: new URI(published.replace(" ", "%20")); //$NON-NLS-1$ //$NON-NLS-2$
			} catch (URISyntaxException e) {
				throw new IllegalArgumentException(name, e);
			}
		});
	}
}
