package dev.benchtop.storage.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.AnyCertificate;
import dev.benchtop.storage.backend.BackendException;

/** Which certificates are taken: those of Java and of the system, and those of a file. */
public final class Trust {

	/** Where Debian, Fedora and openSUSE keep what their administrator trusts. */
	private static final List<Path> SYSTEM = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"), //$NON-NLS-1$
			Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem")); //$NON-NLS-1$ //$NON-NLS-2$

	private Trust() {
	}

	static SSLContext context(HttpSettings settings) throws BackendException {
		return context(managers(settings.authorities(), settings.insecure()));
	}

	/** A new context, with sessions of its own. */
	public static SSLContext context(TrustManager[] managers) throws BackendException {
		try {
			final var context = SSLContext.getInstance("TLS"); //$NON-NLS-1$
			context.init(null, managers, new SecureRandom());
			return context;
		} catch (GeneralSecurityException e) {
			throw new BackendException(BackendException.Kind.FAILED, Failures.words(e), e);
		}
	}

	/**
	 * Who says which certificates are taken.
	 *
	 * @param authorities a PEM file of certificates that are trusted beside those of Java and of the system
	 * @param insecure takes any certificate, for any host
	 */
	public static TrustManager[] managers(Optional<Path> authorities, boolean insecure) throws BackendException {
		try {
			return insecure ? new TrustManager[] { new AnyCertificate() } : known(authorities);
		} catch (GeneralSecurityException | IOException e) {
			throw new BackendException(BackendException.Kind.FAILED, Failures.words(e), e);
		}
	}

	private static TrustManager[] known(Optional<Path> file) throws GeneralSecurityException, IOException {
		final KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
		all.load(null, null);
		int count = 0;
		for (final TrustManager manager : managers(null)) {
			if (manager instanceof X509TrustManager javas) {
				for (final X509Certificate issuer : javas.getAcceptedIssuers()) {
					all.setCertificateEntry(Integer.toString(count++), issuer);
				}
			}
		}
		for (final Path bundle : Stream.concat(SYSTEM.stream().filter(Files::isReadable).limit(1), file.stream()).toList()) {
			for (final Certificate issuer : read(bundle)) {
				all.setCertificateEntry(Integer.toString(count++), issuer);
			}
		}
		return managers(all);
	}

	private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
		final var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		return factory.getTrustManagers();
	}

	private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException, IOException {
		try (var in = new BufferedInputStream(Files.newInputStream(file))) {
			final var found = CertificateFactory.getInstance("X.509").generateCertificates(in); //$NON-NLS-1$
			if (found.isEmpty()) {
				throw new IOException(NLS.bind(Messages.Trust_none, file));
			}
			return found;
		} catch (IOException | GeneralSecurityException e) {
			throw new IOException(NLS.bind(Messages.Trust_unreadable, file, Failures.words(e)), e);
		}
	}
}
