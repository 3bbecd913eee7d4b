package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.util.Optional;

import dev.benchtop.storage.http.Url;

/** The ways to the names and to the content of one storage. */
record Service(Names names, Transport transport) {

	/** The best ways. */
	static Service of(Native store, S3Keys keys) throws IOException {
		final Names names = new NativeNames(store);
		if (store.scheme().equals("webdav") && !Proxied.is(Url.parse(store.option("endpoint")))) { //$NON-NLS-1$ //$NON-NLS-2$
			return new Service(names, new WebdavTransport(store));
		}
		final Optional<S3Access> access = store.scheme().equals("s3") ? S3Access.of(store, keys) : Optional.empty(); //$NON-NLS-1$
		if (access.isPresent()) {
			final var client = new S3Client(access.get(), store.leftovers());
			return new Service(new S3Names(client), new S3Transport(client));
		}
		return new Service(names, new NativeTransport(store));
	}
}
