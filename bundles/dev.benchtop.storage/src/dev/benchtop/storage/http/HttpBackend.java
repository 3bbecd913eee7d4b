package dev.benchtop.storage.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;
import dev.benchtop.storage.backend.ReadOnlyBackend;

/**
 * What a web server shows below one URL. A folder is an address that ends with a slash, and its entries are the links of the page there. On a
 * server that knows no ranges, reading from the middle of a file skips what lies before.
 */
final class HttpBackend extends ReadOnlyBackend {

	private final HttpEngine engine;
	private final Url root;
	private final boolean open;

	/** @param engine closed with this backend */
	HttpBackend(HttpEngine engine, Url root) {
		super(Messages.HttpBackend_noUpload, Messages.HttpBackend_noCopy);
		this.engine = engine;
		this.root = root.folder();
		this.open = !engine.settings().hasCredentials() && root.login().isEmpty() && root.query().isEmpty();
	}

	@Override
	public Abilities abilities() {
		final Abilities readOnly = super.abilities();
		return open ? readOnly : readOnly.without(Ability.PRESIGN_READ, Messages.HttpBackend_noPresignLogin)
				.without(Ability.PRESIGN_STAT, Messages.HttpBackend_noPresignLogin);
	}

	@Override
	public Entry stat(String key) throws IOException {
		if (key.isEmpty()) {
			engine.facts(root);
			return Entry.folder(key);
		}
		try {
			final HttpFacts facts = engine.facts(root.child(key));
			return facts.folder() ? folder(key, facts) : facts.file(key);
		} catch (BackendException e) {
			if (e.kind() != Kind.MISSING) {
				throw e;
			}
			return folder(key, engine.facts(root.child(key).folder())); // rclone knows a folder only by its slash
		}
	}

	private static Entry folder(String key, HttpFacts facts) {
		return new Entry(key, true, 0, facts.modified(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		if (recursive) {
			new IndexWalk(this::page, sink).walk(key);
		} else {
			page(key, sink);
		}
	}

	private void page(String key, Sink sink) throws IOException {
		final Url folder = key.isEmpty() ? root : root.child(key).folder();
		try (var reply = engine.send(Call.get(folder))) {
			if (reply.status() == 404 && !key.isEmpty()) {
				engine.facts(root.child(key));
				throw notFolder();
			}
			reply.check();
			if (!reply.url().sameOrigin(root) || !reply.url().path().startsWith(root.path())) {
				throw new BackendException(Kind.FAILED, NLS.bind(Messages.HttpBackend_outside, reply.url()));
			}
			if (!reply.url().path().endsWith("/") || !reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				throw notFolder();
			}
			new IndexPage(reply.url(), key, sink).read(reply.body());
		}
	}

	private static BackendException notFolder() {
		return new BackendException(Kind.NOT_FOLDER, Messages.HttpBackend_notFolder);
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		return engine.read(root.child(key), offset, length, etag);
	}

	@Override
	public Request presign(String key, Operation operation, Duration expiry) throws IOException {
		if (operation == Operation.WRITE || !open) {
			throw new BackendException(Kind.UNSUPPORTED, open ? Messages.HttpBackend_noUpload : Messages.HttpBackend_noPresignLogin);
		}
		return new Request(operation == Operation.STAT ? "HEAD" : "GET", root.child(key).uri().toString(), Map.of()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void close() {
		engine.close();
	}
}
