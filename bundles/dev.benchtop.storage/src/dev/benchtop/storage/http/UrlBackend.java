package dev.benchtop.storage.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;
import dev.benchtop.storage.backend.ReadOnlyBackend;

/** A storage with one file in it, which is one URL. */
final class UrlBackend extends ReadOnlyBackend {

	private final HttpEngine engine;
	private final Url url;

	/** @param engine shared, and not closed with this backend */
	UrlBackend(HttpEngine engine, Url url) {
		super(Messages.HttpBackend_noUpload, Messages.HttpBackend_noCopy);
		this.engine = engine;
		this.url = url;
	}

	@Override
	public Abilities abilities() {
		return super.abilities().without(Ability.SCAN, Messages.UrlBackend_alone).without(Ability.PRESIGN_STAT, Messages.UrlBackend_alone);
	}

	private void check(String key) throws BackendException {
		if (!key.equals(url.name())) {
			throw new BackendException(Kind.MISSING, Messages.UrlBackend_alone);
		}
	}

	@Override
	public Entry stat(String key) throws IOException {
		if (key.isEmpty()) {
			return Entry.folder(key);
		}
		check(key);
		final HttpFacts facts = engine.facts(url);
		return facts.folder() && !url.path().endsWith("/") ? Entry.folder(key) : facts.file(key); //$NON-NLS-1$
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		if (!key.isEmpty()) {
			check(key);
			throw new BackendException(Kind.NOT_FOLDER, Messages.HttpBackend_notFolder);
		}
		sink.accept(stat(url.name()));
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		check(key);
		return engine.read(url, offset, length, etag);
	}

	@Override
	public Request presign(String key, Operation operation, Duration expiry) throws IOException {
		check(key);
		if (operation != Operation.READ || url.login().isPresent()) {
			throw new BackendException(Kind.UNSUPPORTED, operation == Operation.READ ? Messages.HttpBackend_noPresignLogin : Messages.UrlBackend_alone);
		}
		return new Request("GET", url.uri().toString(), Map.of()); //$NON-NLS-1$
	}

	@Override
	public void close() {
		// the engine serves other URLs too
	}
}
