package dev.benchtop.power.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.AnyCertificate;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.power.JsonPath;

/** Sends the requests of one switch, one at a time. */
final class HttpCaller implements AutoCloseable {

	private static final int UNAUTHORIZED = 401;
	private static final int FORBIDDEN = 403;
	private static final int NOT_FOUND = 404;

	private final Duration timeout;
	private final boolean insecure;
	private final Optional<HttpAuth> auth;
	private HttpClient client;

	HttpCaller(Duration timeout, boolean insecure, Optional<HttpAuth> auth) {
		this.timeout = timeout;
		this.insecure = insecure;
		this.auth = auth;
	}

	/** The body of the answer to a request that succeeds. */
	String call(HttpEndpoint endpoint, CancelToken cancel) throws BenchException {
		HttpResponse<String> answer = send(endpoint, basic(), cancel);
		if (answer.statusCode() == UNAUTHORIZED && auth.isPresent() && auth.get().digest() != null) {
			final var response = Digest.answer(answer.headers().allValues("WWW-Authenticate"), auth.get().digest(), method(endpoint), uri(endpoint)); //$NON-NLS-1$
			if (response.isPresent()) {
				answer = send(endpoint, response, cancel);
			}
		}
		if (answer.statusCode() / 100 != 2) {
			throw refused(endpoint, answer);
		}
		return answer.body();
	}

	private Optional<String> basic() {
		return auth.map(HttpAuth::basic).map(who -> "Basic " //$NON-NLS-1$
				+ Base64.getEncoder().encodeToString((who.user() + ':' + who.password().reveal()).getBytes(StandardCharsets.UTF_8)));
	}

	private HttpResponse<String> send(HttpEndpoint endpoint, Optional<String> authorization, CancelToken cancel) throws BenchException {
		cancel.check();
		final var answer = client().sendAsync(request(endpoint, authorization), BodyHandlers.ofString());
		try (var _ = cancel.onCancel(() -> answer.cancel(true))) {
			return answer.get();
		} catch (CancellationException _) {
			throw BenchException.cancelled();
		} catch (ExecutionException e) {
			cancel.check();
			throw failed(endpoint, e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	private synchronized HttpClient client() {
		if (client == null) {
			final var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(timeout)
					.executor(task -> Thread.ofVirtual().start(task));
			client = (insecure ? builder.sslContext(AnyCertificate.context()) : builder).build();
		}
		return client;
	}

	private HttpRequest request(HttpEndpoint endpoint, Optional<String> authorization) throws BenchException {
		final var body = endpoint.data().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(endpoint.data());
		try {
			final var request = HttpRequest.newBuilder(uri(endpoint)).timeout(timeout).method(method(endpoint), body);
			endpoint.headers().forEach(request::setHeader);
			if (!endpoint.data().isEmpty() && endpoint.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) { //$NON-NLS-1$
				request.setHeader("Content-Type", endpoint.data().startsWith("{") ? "application/json" : "application/x-www-form-urlencoded"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			}
			authorization.ifPresent(value -> request.setHeader("Authorization", value)); //$NON-NLS-1$
			return request.build();
		} catch (IllegalArgumentException _) { // its message would show a header's value
			throw BenchException.usage(NLS.bind(Messages.HttpCaller_badRequest, shown(endpoint.url()))).next(Messages.HttpCaller_badRequestNext).build();
		}
	}

	private static String method(HttpEndpoint endpoint) {
		return endpoint.method().isBlank() ? "GET" : endpoint.method().toUpperCase(Locale.ROOT); //$NON-NLS-1$
	}

	private static URI uri(HttpEndpoint endpoint) throws BenchException {
		try {
			return URI.create(endpoint.url());
		} catch (IllegalArgumentException _) {
			throw BenchException.usage(NLS.bind(Messages.HttpCaller_badUrl, shown(endpoint.url()))).build();
		}
	}

	private static BenchException refused(HttpEndpoint endpoint, HttpResponse<String> answer) {
		final var error = BenchException.failed(NLS.bind(Messages.HttpCaller_status, shown(endpoint.url()), answer.statusCode()));
		if (!answer.body().isBlank()) {
			error.why(JsonPath.shown(answer.body().replaceAll("<[^>]*>", " "))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return switch (answer.statusCode()) {
		case UNAUTHORIZED, FORBIDDEN -> error.next(Messages.HttpCaller_login).build();
		case NOT_FOUND -> error.next(Messages.HttpCaller_notFound).build();
		default -> error.build();
		};
	}

	private BenchException failed(HttpEndpoint endpoint, Throwable cause) {
		final String url = shown(endpoint.url());
		if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
			final boolean unknown = cause.getCause() instanceof UnknownHostException || cause.getCause() instanceof java.nio.channels.UnresolvedAddressException
					|| cause.getCause() != null && cause.getCause().getCause() instanceof java.nio.channels.UnresolvedAddressException;
			return BenchException.failed(NLS.bind(unknown ? Messages.HttpCaller_unknownHost : Messages.HttpCaller_unreachable, url)).next(Messages.HttpCaller_unreachableNext).build();
		}
		if (cause instanceof HttpTimeoutException) {
			return BenchException.failed(NLS.bind(Messages.HttpCaller_timeout, url, timeout.toMillis() / 1000.0)).next(Messages.HttpCaller_unreachableNext).build();
		}
		if (cause instanceof SSLException && certificate(cause)) {
			return BenchException.failed(NLS.bind(Messages.HttpCaller_certificate, url)).next(Messages.HttpCaller_certificateNext).build();
		}
		final var error = BenchException.failed(NLS.bind(Messages.HttpCaller_broken, url));
		return (cause instanceof IOException ? error.why(cause) : error.why(cause.toString())).build();
	}

	private static boolean certificate(Throwable cause) {
		return Stream.iterate(cause, Objects::nonNull, Throwable::getCause).anyMatch(CertificateException.class::isInstance);
	}

	/** A URL without what nobody has to see: user, password, tokens. */
	static String shown(String url) {
		return url.replaceAll("//[^/@]*@", "//").replaceAll("(?i)([?&](?:user|password|passwd|pass|pw|pwd|token|key|auth|apikey|api_key)=)[^&]*", "$1\u2026"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Override
	public synchronized void close() {
		if (client != null) {
			client.shutdownNow();
			client = null;
		}
	}
}
