package dev.benchtop.storage.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.Secret;

/**
 * How an {@link HttpEngine} speaks to servers.
 *
 * @param login for basic authentication (RFC 7617), sent with the first request
 * @param token for bearer authentication (RFC 6750)
 * @param headers sent with every request, and to no other server than the one that is asked
 * @param authorities a PEM file of certificates that are trusted beside those of the system
 * @param proxy {@code http://[user:password@]host:port} for all requests; empty for what the environment says
 * @param insecure takes any certificate
 * @param downgrade follows a redirect from {@code https} to {@code http}
 * @param timeout how long a server may be silent
 * @param attempts how often a request is sent at most, at least 1
 * @param pause before the second attempt, doubled before each one more
 */
public record HttpSettings(Optional<Login> login, Optional<Secret> token, Map<String, Secret> headers, Optional<Path> authorities,
		Optional<Secret> proxy, boolean insecure, boolean downgrade, Duration timeout, int attempts, Duration pause) {

	/** Anonymous, with the system's certificates and proxies; 30 s of silence, 5 attempts within about 4 s. */
	public static final HttpSettings STANDARD = new HttpSettings(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(),
			Optional.empty(), false, false, Duration.ofSeconds(30), 5, Duration.ofMillis(250));

	public HttpSettings {
		headers = Map.copyOf(headers);
	}

	/** A user and a password. */
	public record Login(String user, Secret password) {
	}

	/** The same with other credentials. */
	public HttpSettings with(Optional<Login> newLogin, Optional<Secret> newToken, Map<String, Secret> newHeaders) {
		return new HttpSettings(newLogin, newToken, newHeaders, authorities, proxy, insecure, downgrade, timeout, attempts, pause);
	}

	/** The same with other rules of trust. */
	public HttpSettings trusting(Optional<Path> newAuthorities, boolean anyCertificate, boolean newDowngrade) {
		return new HttpSettings(login, token, headers, newAuthorities, proxy, anyCertificate, newDowngrade, timeout, attempts, pause);
	}

	/** The same by another proxy. */
	public HttpSettings through(Optional<Secret> newProxy) {
		return new HttpSettings(login, token, headers, authorities, newProxy, insecure, downgrade, timeout, attempts, pause);
	}

	/** The same with another patience. */
	public HttpSettings patience(Duration newTimeout, int newAttempts, Duration newPause) {
		return new HttpSettings(login, token, headers, authorities, proxy, insecure, downgrade, newTimeout, newAttempts, newPause);
	}

	/** Whether requests carry anything secret. */
	public boolean hasCredentials() {
		return login.isPresent() || token.isPresent() || !headers.isEmpty();
	}
}
