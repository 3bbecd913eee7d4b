package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import org.apache.opendal.ListOptions;
import org.apache.opendal.Metadata;

import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** Names and attributes by OpenDAL. It gives a listing whole, and without sizes for services that keep them apart. */
final class NativeNames implements Names {

	private static final Duration FOR_MANY = Duration.ofMinutes(30);
	/** No storage has it; to ask for it shows whether the storage answers at all. */
	private static final String NOTHING = ".benchtop-looks-here/"; //$NON-NLS-1$
	private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}"); //$NON-NLS-1$
	private static final int AT_ONCE = 64;
	private static final Set<String> REAL_FOLDERS = Set.of("webdav", "sftp", "webhdfs", "azdls", "azfile", "alluxio", "gdrive", "onedrive", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
			"aliyun-drive", "dropbox", "yandex-disk", "koofr", "seafile"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	private final Native store;

	NativeNames(Native store) {
		this.store = store;
	}

	@Override
	public Entry stat(String key) throws IOException {
		if (key.isEmpty()) {
			look();
			return Entry.folder(key);
		}
		try {
			return entry(key, metadata(key));
		} catch (BackendException e) {
			if (e.kind() == Kind.DENIED) {
				look(); // the answer to a HEAD has no words, the one to this may have some
			}
			if (e.kind() != Kind.MISSING && e.kind() != Kind.NOT_FOLDER) {
				throw e;
			}
		}
		return entry(key, metadata(Keys.folder(key)));
	}

	private Metadata metadata(String path) throws BackendException {
		return store.call(Link.PATIENCE, operator -> operator.stat(path));
	}

	private void look() throws IOException {
		try {
			metadata(NOTHING);
		} catch (BackendException e) {
			if (e.kind() != Kind.MISSING) {
				throw e;
			}
		}
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		final var options = ListOptions.builder().recursive(recursive).build();
		final var entries = store.call(FOR_MANY, operator -> operator.list(Keys.folder(key), options));
		final var tree = new GrownTree(key, recursive, sink);
		final List<String> bare = new ArrayList<>();
		for (final var entry : entries) {
			final String path = entry.path;
			final boolean folder = path.endsWith("/"); //$NON-NLS-1$
			final Metadata metadata = entry.metadata;
			if (folder) {
				tree.accept(Entry.folder(path.substring(0, path.length() - 1)));
			} else if (metadata.contentLength == 0 && metadata.lastModified == null && metadata.etag == null) {
				bare.add(path);
			} else {
				tree.accept(entry(path, metadata));
			}
			if (bare.size() == AT_ONCE) {
				lookAt(bare, tree);
			}
		}
		lookAt(bare, tree);
	}

	private void lookAt(List<String> files, Sink sink) throws IOException {
		final List<CompletableFuture<Metadata>> looks = new ArrayList<>();
		for (final String key : files) {
			looks.add(store.start(operator -> operator.stat(key)));
		}
		for (int i = 0; i < looks.size(); i++) {
			sink.accept(entry(files.get(i), store.await(looks.get(i), Link.PATIENCE)));
		}
		files.clear();
	}

	private static Entry entry(String key, Metadata metadata) {
		final boolean folder = metadata.isDir();
		return new Entry(key, folder, folder ? 0 : metadata.contentLength, Optional.ofNullable(metadata.lastModified), text(metadata.etag),
				text(metadata.contentType), md5(metadata.contentMd5), text(metadata.contentDisposition));
	}

	private static Optional<String> text(String value) {
		return Optional.ofNullable(value).filter(some -> !some.isEmpty());
	}

	/** OpenDAL takes an ETag for the MD5, which it is only for a file that was sent in one part. */
	private static Optional<String> md5(String value) {
		return text(value).filter(some -> MD5.matcher(some).matches()).map(some -> some.toLowerCase(Locale.ROOT));
	}

	@Override
	public void makeFolder(String key) throws IOException {
		store.call(Link.PATIENCE, operator -> operator.createDir(Keys.folder(key)));
	}

	@Override
	public void copyFile(String from, String to) throws IOException {
		store.call(FOR_MANY, operator -> operator.copy(from, to));
	}

	@Override
	public void renameFile(String from, String to) throws IOException {
		if (store.capability().rename) {
			store.call(FOR_MANY, operator -> operator.rename(from, to));
		} else {
			copyFile(from, to);
			deleteFile(from);
		}
	}

	@Override
	public void deleteFile(String key) throws IOException {
		store.call(Link.PATIENCE, operator -> operator.delete(key));
	}

	@Override
	public void deleteEmptyFolder(String key) throws IOException {
		store.call(Link.PATIENCE, operator -> operator.delete(Keys.folder(key)));
	}

	/** WebDAV deletes all below a folder with it (RFC 4918, section 9.6.1). */
	@Override
	public void deleteFolder(String key) throws IOException {
		if (store.scheme().equals("webdav")) { //$NON-NLS-1$
			store.call(FOR_MANY, operator -> operator.delete(Keys.folder(key)));
		} else {
			store.call(FOR_MANY, operator -> operator.removeAll(Keys.folder(key)));
		}
	}

	@Override
	public Request presign(String key, Operation operation, Duration expiry) throws IOException {
		final var signed = store.call(Link.PATIENCE, operator -> switch (operation) {
		case READ -> operator.presignRead(key, expiry);
		case WRITE -> operator.presignWrite(key, expiry);
		case STAT -> operator.presignStat(key, expiry);
		});
		return new Request(signed.getMethod(), signed.getUri(), signed.getHeaders());
	}

	@Override
	public boolean needsFolders() {
		return REAL_FOLDERS.contains(store.scheme());
	}
}
