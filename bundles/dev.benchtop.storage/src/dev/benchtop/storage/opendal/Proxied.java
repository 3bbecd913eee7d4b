package dev.benchtop.storage.opendal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.benchtop.storage.http.Url;

/** Whether the environment names a proxy, which OpenDAL knows to use and our own connections do not. */
final class Proxied {

	private Proxied() {
	}

	static boolean is(Url server) {
		return is(server, System.getenv());
	}

	static boolean is(Url server, Map<String, String> environment) {
		final String host = server.host();
		final boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final String scheme = server.secure() ? "https_proxy" : "http_proxy"; //$NON-NLS-1$ //$NON-NLS-2$
		return !here && Stream.of(scheme, scheme.toUpperCase(Locale.ROOT), "all_proxy", "ALL_PROXY") //$NON-NLS-1$ //$NON-NLS-2$
				.anyMatch(name -> !environment.getOrDefault(name, "").isBlank()); //$NON-NLS-1$
	}
}
