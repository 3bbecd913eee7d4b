package dev.benchtop.storage.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** Words for connections that fail, and whether it makes sense to try again. */
final class Failures {

	private Failures() {
	}

	static BackendException of(Url url, IOException cause, HttpSettings settings) {
		return switch (cause) {
		case BackendException told -> told;
		case HttpConnectTimeoutException e -> broken(url, NLS.bind(Messages.Failures_noConnection, settings.timeout().toSeconds()), e);
		case HttpTimeoutException e -> broken(url, NLS.bind(Messages.Exchange_silent, settings.timeout().toSeconds()), e);
		case SSLPeerUnverifiedException e -> failed(url, words(e), e);
		case SSLHandshakeException e when causes(e).anyMatch(CertificateException.class::isInstance) ->
			failed(url, NLS.bind(Messages.Failures_certificate, innermost(e)), e);
		case SSLHandshakeException e -> failed(url, NLS.bind(Messages.Failures_tls, words(e)), e);
		case SSLException e when words(e).startsWith("Unsupported or unrecognized") -> failed(url, Messages.Failures_noTls, e); //$NON-NLS-1$
		case ConnectException e when causes(e).anyMatch(c -> c instanceof UnresolvedAddressException || c instanceof UnknownHostException) ->
			new BackendException(Kind.FAILED, NLS.bind(Messages.Failures_unknownHost, url.host()), e);
		case ConnectException e -> broken(url, Messages.Failures_refused, e);
		default -> broken(url, words(cause), cause);
		};
	}

	private static BackendException broken(Url url, String words, IOException cause) {
		return new BackendException(Kind.BROKEN, NLS.bind(Messages.Failures_at, url.origin(), words), cause);
	}

	private static BackendException failed(Url url, String words, IOException cause) {
		return new BackendException(Kind.FAILED, NLS.bind(Messages.Failures_at, url.origin(), words), cause);
	}

	static String words(Throwable cause) {
		return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
	}

	private static String innermost(Throwable failure) {
		return words(causes(failure).reduce(failure, (outer, inner) -> inner));
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, c -> c != null, Throwable::getCause).limit(10);
	}
}
