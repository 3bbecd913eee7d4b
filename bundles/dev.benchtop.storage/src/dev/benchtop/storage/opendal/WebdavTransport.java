package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.storage.backend.Backend.Reading;
import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.http.Url;

/** Content of WebDAV: OpenDAL reads at half the speed, and takes what it sends whole into memory. */
final class WebdavTransport implements Transport {

	private final Native store;
	private final Url root;
	private final Link link;
	private final Map<String, String> login;

	WebdavTransport(Native store) throws IOException {
		this.store = store;
		final String folder = store.option("root").replaceAll("^/+|/+$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final Url endpoint = Url.parse(store.option("endpoint")); //$NON-NLS-1$
		this.root = folder.isEmpty() ? endpoint.folder() : endpoint.child(folder).folder();
		this.link = new Link(root);
		this.login = login(store);
	}

	private static Map<String, String> login(Native store) {
		final String token = store.option("token"); //$NON-NLS-1$
		final String user = store.option("username"); //$NON-NLS-1$
		if (!token.isEmpty()) {
			return Map.of("Authorization", "Bearer " + token); //$NON-NLS-1$ //$NON-NLS-2$
		}
		final byte[] both = (user + ':' + store.option("password")).getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$
		return user.isEmpty() ? Map.of() : Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** What goes into the request line for a key. */
	private String target(String key) {
		return root.child(key).path();
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		final Map<String, String> headers = new HashMap<>(login);
		Ranges.ask(headers, offset, length, etag);
		return Ranges.body(link.send("GET", target(key), headers), offset, length); //$NON-NLS-1$
	}

	@Override
	public Reading reading() {
		return Reading.STREAM;
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		final String temporary = Keys.temporary(key);
		final Map<String, String> headers = new HashMap<>(login);
		if (size < 0) {
			headers.put("Transfer-Encoding", "chunked"); //$NON-NLS-1$ //$NON-NLS-2$
		} else {
			headers.put("Content-Length", Long.toString(size)); //$NON-NLS-1$
		}
		headers.put("Content-Type", "application/octet-stream"); //$NON-NLS-1$ //$NON-NLS-2$
		final Link branch = link.branch();
		try {
			return new WebdavUpload(store, link, branch, branch.begin("PUT", target(temporary), headers), size < 0, temporary, key); //$NON-NLS-1$
		} catch (IOException e) {
			link.forget(branch);
			throw e;
		}
	}

	@Override
	public void close() {
		link.close();
	}
}
