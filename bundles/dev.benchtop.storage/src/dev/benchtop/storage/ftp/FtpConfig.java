package dev.benchtop.storage.ftp;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: ftp}.
 *
 * @param port 0 for the usual one
 * @param password absent for an anonymous login
 * @param root the folder that is the storage's root; from the login's own folder on where it does not begin with a slash
 * @param cacert PEM certificates that are trusted beside those of the system; absent for none
 * @param insecure whether any certificate is taken
 * @param timeout how long the server may keep silent
 */
public record FtpConfig(
		@Option(required = true) String host,
		@Option(value = "0", min = 0, max = 65535) int port,
		@Option(value = "anonymous", alias = "user") String username,
		@Option Secret password,
		@Option("none") TlsMode tls,
		@Option String root,
		@Option(value = "passive", advanced = true) DataMode mode,
		@Option(advanced = true) Path cacert,
		@Option(value = "false", advanced = true) boolean insecure,
		@Option(value = "30s", advanced = true) Duration timeout) {

	private static final int USUAL = 21;
	private static final int USUAL_IMPLICIT = 990;
	private static final String ANONYMOUS = "anonymous@"; //$NON-NLS-1$

	int effectivePort() {
		if (port != 0) {
			return port;
		}
		return tls == TlsMode.IMPLICIT ? USUAL_IMPLICIT : USUAL;
	}

	/** What is sent as the password; anonymous servers want the look of an address. */
	String effectivePassword() {
		return password == null ? ANONYMOUS : password.reveal();
	}

	int timeoutMillis() {
		return (int) Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
	}
}
