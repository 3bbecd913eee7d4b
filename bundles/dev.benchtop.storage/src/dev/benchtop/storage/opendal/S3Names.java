package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/**
 * Names and attributes in a bucket. OpenDAL does not list page by page, does not give a server's words for a refused look, and its list fails
 * altogether where a server leaves out the size of a folder.
 */
final class S3Names implements Names {

	private static final String FOLDER_TYPE = "application/x-directory"; //$NON-NLS-1$
	private static final int DELETE_AT_ONCE = 8;

	private final S3Client s3;

	S3Names(S3Client s3) {
		this.s3 = s3;
	}

	@Override
	public Entry stat(String key) throws IOException {
		if (key.isEmpty()) {
			hasBelow(key);
			return Entry.folder(key);
		}
		final Reply reply = head(key);
		if (reply.status() == 200) {
			return entry(key, reply);
		}
		if (hasBelow(key) || head(Keys.folder(key)).status() == 200) { // some servers show the mark of an empty folder in no list
			return Entry.folder(key);
		}
		throw reply.failure();
	}

	private Reply head(String key) throws BackendException {
		final Reply reply = s3.send("HEAD", key, Map.of(), Map.of()); //$NON-NLS-1$
		final Kind kind = ServerWords.kind(reply.status());
		if (reply.status() != 200 && kind != Kind.MISSING && kind != Kind.DENIED) {
			throw reply.failure();
		}
		return reply;
	}

	/** Whether there is anything; fails with the server's words where it refuses. */
	private boolean hasBelow(String key) throws IOException {
		final boolean[] found = {false};
		S3Listing.page(s3, query(key, Optional.empty(), false, 1), "", entry -> found[0] = true); //$NON-NLS-1$
		return found[0];
	}

	private static Entry entry(String key, Reply reply) {
		final Optional<String> type = reply.header("content-type"); //$NON-NLS-1$
		final Optional<Instant> modified = reply.header("last-modified").flatMap(S3Names::time); //$NON-NLS-1$
		final boolean folder = type.filter(FOLDER_TYPE::equals).isPresent();
		final Optional<String> etag = reply.header("etag"); //$NON-NLS-1$
		final boolean encrypted = reply.header("x-amz-server-side-encryption").filter(how -> !how.equals("AES256")).isPresent(); //$NON-NLS-1$ //$NON-NLS-2$
		return new Entry(key, folder, folder ? 0 : reply.length(), modified, etag, type, encrypted ? Optional.empty() : S3Listing.md5(etag),
				reply.header("content-disposition")); //$NON-NLS-1$
	}

	private static Optional<Instant> time(String text) {
		try {
			return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** The parts are in the order that a signature wants. */
	private String query(String folder, Optional<String> token, boolean flat, int most) {
		final String prefix = s3.access().prefix() + (folder.isEmpty() ? "" : Keys.folder(folder)); //$NON-NLS-1$
		return token.map(next -> "continuation-token=" + S3Client.encode(next) + '&').orElse("") + (flat ? "delimiter=%2F&" : "") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				+ "list-type=2&max-keys=" + most + "&prefix=" + S3Client.encode(prefix); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		final var tree = new GrownTree(key, recursive, sink);
		Optional<String> token = Optional.empty();
		do {
			token = S3Listing.page(s3, query(key, token, !recursive, 1000), s3.access().prefix(), tree);
		} while (token.isPresent());
	}

	@Override
	public void makeFolder(String key) throws IOException {
		s3.send("PUT", Keys.folder(key), Map.of(), Map.of("Content-Type", FOLDER_TYPE)).check().close(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void copyFile(String from, String to) throws IOException {
		final Reply head = head(from);
		if (head.status() != 200) {
			throw head.failure();
		}
		new S3Copy(s3).run(from, head, to);
	}

	@Override
	public void renameFile(String from, String to) throws IOException {
		copyFile(from, to);
		deleteFile(from);
	}

	@Override
	public void deleteFile(String key) throws IOException {
		s3.send("DELETE", key, Map.of(), Map.of()).check().close(); //$NON-NLS-1$
	}

	@Override
	public void deleteEmptyFolder(String key) throws IOException {
		deleteFile(Keys.folder(key));
	}

	@Override
	public void deleteFolder(String key) throws IOException {
		final List<String> folders = new ArrayList<>(List.of(key));
		final List<Future<?>> pending = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(DELETE_AT_ONCE, Thread.ofVirtual().factory())) {
			list(key, true, entry -> {
				if (entry.folder()) {
					folders.add(entry.key());
				} else {
					pending.add(threads.submit(() -> {
						deleteFile(entry.key());
						return null;
					}));
				}
			});
			for (final Future<?> one : pending) {
				one.get();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Link.closed();
		} catch (ExecutionException e) {
			throw e.getCause() instanceof IOException failure ? failure
					: new BackendException(Kind.FAILED, String.valueOf(e.getCause().getMessage()), e.getCause());
		}
		for (final String folder : folders.reversed()) {
			deleteEmptyFolder(folder);
		}
	}

	@Override
	public Request presign(String key, Operation operation, Duration expiry) {
		final String method = switch (operation) {
		case READ -> "GET"; //$NON-NLS-1$
		case WRITE -> "PUT"; //$NON-NLS-1$
		case STAT -> "HEAD"; //$NON-NLS-1$
		};
		return new Request(method, s3.access().presign(method, key, expiry), Map.of());
	}

	@Override
	public boolean needsFolders() {
		return false;
	}
}
