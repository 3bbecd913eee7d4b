package dev.benchtop.core;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Takes every certificate, for any host: whoever is on the way can read and change what is sent. Asked for by an {@code insecure} in a file alone. */
public final class AnyCertificate extends X509ExtendedTrustManager {
	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) {
		// any will do
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) {
		// any will do
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
		// any will do
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
		// any will do
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
		// any will do
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
		// any will do
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}

	/** A new context that takes every certificate. */
	public static SSLContext context() {
		try {
			final var context = SSLContext.getInstance("TLS"); //$NON-NLS-1$
			context.init(null, new TrustManager[] {new AnyCertificate()}, null);
			return context;
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
