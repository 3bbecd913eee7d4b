package dev.benchtop.storage.opendal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** A file that a server puts together of parts (S3's <i>multipart upload</i>); nothing is there before {@link #complete}. */
final class S3Parts {

	/** How many parts one file may have. */
	static final int MOST = 10_000;
	private static final byte[] NOTHING = new byte[0];
	private static final Duration FOR_THE_WHOLE = Duration.ofMinutes(30);
	private static final Pattern ID = Pattern.compile("<UploadId>([^<]+)</UploadId>"); //$NON-NLS-1$
	private static final String DONE = "CompleteMultipartUploadResult"; //$NON-NLS-1$

	private final S3Client s3;
	private final Link over;
	private final String key;
	private final String id;
	private boolean aborted;

	private S3Parts(S3Client s3, Link over, String key, String id) {
		this.s3 = s3;
		this.over = over;
		this.key = key;
		this.id = id;
	}

	/** @param type of the content; empty for the server's own choice */
	static S3Parts begin(S3Client s3, Link over, String key, Optional<String> type) throws BackendException {
		final Map<String, String> headers = type.map(text -> Map.of("Content-Type", text)).orElse(Map.of()); //$NON-NLS-1$
		final String answer = s3.send(over, "POST", key, "uploads=", Map.of(), headers, NOTHING, 0, Link.PATIENCE).check().text(); //$NON-NLS-1$ //$NON-NLS-2$
		final var match = ID.matcher(answer);
		if (!match.find()) {
			throw new BackendException(Kind.FAILED, NLS.bind(Messages.S3Parts_noId, over.authority()));
		}
		return new S3Parts(s3, over, key, match.group(1));
	}

	/** The query of a part, the first of which is 1. */
	String query(int number) {
		return "partNumber=" + number + '&' + query(); //$NON-NLS-1$
	}

	private String query() {
		return "uploadId=" + S3Client.encode(id); //$NON-NLS-1$
	}

	/** @param etags of all parts, in their order */
	void complete(List<String> etags) throws BackendException {
		final var list = new StringBuilder("<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"); //$NON-NLS-1$
		for (int i = 0; i < etags.size(); i++) {
			list.append("<Part><PartNumber>").append(i + 1).append("</PartNumber><ETag>").append(etags.get(i).replace("&", "&amp;")) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					.append("</ETag></Part>"); //$NON-NLS-1$
		}
		final byte[] body = list.append("</CompleteMultipartUpload>").toString().getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$
		final Reply reply = s3.send(over, "POST", key, query(), Map.of(), Map.of(), body, body.length, FOR_THE_WHOLE).check(); //$NON-NLS-1$
		final String answer = reply.text();
		if (!answer.contains(DONE)) {
			throw ServerWords.failure(reply.status(), answer); // the status is sent before the parts are put together
		}
	}

	/** Takes back what is there of it, over a connection that is open still: twice, as a part may have come in meanwhile that was on its way. */
	void abandon() {
		s3.leftovers().remove(key, this::abort);
	}

	private boolean abort() throws BackendException {
		final boolean again = aborted;
		aborted = true;
		try {
			s3.send(s3.link(), "DELETE", key, query(), Map.of(), Map.of(), NOTHING, 0, Link.PATIENCE).check().close(); //$NON-NLS-1$
		} catch (BackendException e) {
			if (!again || e.kind() != Kind.MISSING) {
				throw e;
			}
		}
		return again;
	}
}
