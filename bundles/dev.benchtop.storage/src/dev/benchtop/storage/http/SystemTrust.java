package dev.benchtop.storage.http;

import javax.net.ssl.SSLContext;

import dev.benchtop.storage.backend.BackendException;

/** The certificates that are taken where nothing else is said, for connections of others. */
public final class SystemTrust {

	private static SSLContext context;

	private SystemTrust() {
	}

	/** Trusts the authorities of Java and of the system. */
	public static synchronized SSLContext context() throws BackendException {
		if (context == null) {
			context = Trust.context(HttpSettings.STANDARD);
		}
		return context;
	}
}
