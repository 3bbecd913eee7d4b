package dev.benchtop.storage.oci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.http.Call;
import dev.benchtop.storage.http.HttpEngine;
import dev.benchtop.storage.http.HttpReply;
import dev.benchtop.storage.http.Url;

/** A registry (OCI distribution specification), with a cache before it that is enough where the registry cannot be reached. */
final class RegistrySource implements Source {

	private static final int LARGEST_MANIFEST = 4 << 20;
	private static final Set<Kind> ANSWERS = Set.of(Kind.DENIED, Kind.MISSING, Kind.UNSUPPORTED, Kind.CLOSED);

	private final OciReference.InRegistry reference;
	private final HttpEngine engine;
	private final RegistryLogin login;
	private final BlobCache cache;
	private final Consumer<String> offline;
	private final Url base;

	/**
	 * @param engine closed with this source
	 * @param offline told why what was fetched before has to do
	 */
	RegistrySource(OciReference.InRegistry reference, boolean plain, HttpEngine engine, Optional<Credentials> credentials, BlobCache cache,
			Consumer<String> offline) throws BackendException {
		this.reference = reference;
		this.engine = engine;
		this.cache = cache;
		this.offline = offline;
		this.base = Url.parse((plain ? "http://" : "https://") + reference.host() + "/v2/" + reference.repository() + '/'); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		this.login = new RegistryLogin(engine, reference.repository(), credentials);
	}

	@Override
	public byte[] manifest() throws IOException {
		if (reference.digest().isPresent()) {
			return manifest(reference.digest().get());
		}
		final byte[] manifest;
		try {
			manifest = fetch(reference.tag().orElseThrow());
		} catch (BackendException e) {
			final Optional<byte[]> known = ANSWERS.contains(e.kind()) ? Optional.empty() : cache.recall(reference);
			if (known.isEmpty()) {
				throw e;
			}
			offline.accept(e.getMessage());
			return known.get();
		}
		Manifest.parse(manifest);
		cache.remember(reference, manifest);
		offline.accept(""); //$NON-NLS-1$
		return manifest;
	}

	@Override
	public byte[] manifest(Descriptor descriptor) throws IOException {
		return manifest(descriptor.digest());
	}

	private byte[] manifest(Digest digest) throws IOException {
		final Optional<byte[]> known = cache.manifest(digest);
		if (known.isPresent()) {
			return known.get();
		}
		final byte[] manifest = fetch(digest.toString());
		if (!digest.fits(manifest)) {
			throw new BackendException(Kind.FAILED, NLS.bind(Messages.VerifyingStream_wrong, digest));
		}
		cache.keep(digest, manifest);
		return manifest;
	}

	private byte[] fetch(String name) throws IOException {
		try (HttpReply reply = authorised(Call.get(base.child("manifests/" + name)).with("Accept", Manifest.ACCEPT)).check(); //$NON-NLS-1$ //$NON-NLS-2$
				var body = reply.body()) {
			final byte[] manifest = body.readNBytes(LARGEST_MANIFEST + 1);
			if (manifest.length > LARGEST_MANIFEST) {
				throw new BackendException(Kind.FAILED, NLS.bind(Messages.Source_largeManifest, LARGEST_MANIFEST));
			}
			return manifest;
		}
	}

	private HttpReply authorised(Call call) throws BackendException {
		final HttpReply first = engine.send(login.sign(call));
		if (first.status() != 401) {
			return first;
		}
		try (first) {
			login.answer(first);
		}
		return engine.send(login.sign(call));
	}

	@Override
	public InputStream blob(Descriptor blob, long offset, long length) throws IOException {
		final Optional<Path> known = cache.blobs().keepOrDrop(blob.digest());
		if (known.isPresent()) {
			return FilePart.open(known.get(), offset, length);
		}
		if (offset == 0 && (length < 0 || length >= blob.size())) {
			return download(blob);
		}
		try (var whole = download(blob)) {
			whole.transferTo(OutputStream.nullOutputStream());
		}
		return FilePart.open(cache.blobs().file(blob.digest()), offset, length);
	}

	private VerifyingStream download(Descriptor blob) throws IOException {
		final Call call = Call.get(base.child("blobs/" + blob.digest())); //$NON-NLS-1$
		authorised(Call.head(call.url())).close(); // the token may have ended since, and a HEAD is quickly asked again
		final InputStream from = engine.read(login.sign(call), 0, -1);
		try {
			return new VerifyingStream(from, blob, cache.blobs());
		} catch (IOException e) {
			from.close();
			throw e;
		}
	}

	@Override
	public void close() {
		cache.close();
		engine.close();
	}
}
