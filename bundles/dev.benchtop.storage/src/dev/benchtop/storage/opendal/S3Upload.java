package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * A file in parts (S3's <i>multipart upload</i>), of which some are sent side by side; all parts but the last have the same size, as some
 * servers want it. What fits into one part is sent at once. Nothing is there before the last request.
 */
final class S3Upload implements Upload {

	private static final int PART = 16 << 20;
	private static final int MOST_PARTS = 10_000;
	private static final int PARALLEL = 4;
	private static final int BEGIN = 1 << 16;
	private static final Duration FOR_A_PART = Duration.ofMinutes(5);
	private static final Duration FOR_THE_WHOLE = Duration.ofMinutes(30);
	private static final Pattern ID = Pattern.compile("<UploadId>([^<]+)</UploadId>"); //$NON-NLS-1$
	private static final String DONE = "CompleteMultipartUploadResult"; //$NON-NLS-1$

	private final S3Client s3;
	private final Link branch;
	private final String key;
	private final int partSize;
	private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
	private final List<Future<String>> parts = new ArrayList<>();
	private final Deque<byte[]> spare = new ArrayDeque<>();
	private byte[] part = new byte[BEGIN];
	private int filled;
	private int waitedFor;
	private String id;
	private volatile boolean closed;
	private boolean finished;

	S3Upload(S3Client s3, String key, long size) throws BackendException {
		this.s3 = s3;
		this.key = key;
		final long even = Math.max(PART, size / (MOST_PARTS - 1) + 1);
		if (even > Integer.MAX_VALUE - 8) {
			throw new BackendException(Kind.UNSUPPORTED, Messages.S3Upload_big);
		}
		this.partSize = (int) even;
		this.branch = s3.link().branch();
	}

	@Override
	public void write(ByteBuffer data) throws IOException {
		while (data.hasRemaining()) {
			if (filled == partSize) {
				sendPart();
			}
			if (filled == part.length) {
				part = Arrays.copyOf(part, (int) Math.min(partSize, part.length * 4L));
			}
			final int count = Math.min(data.remaining(), part.length - filled);
			data.get(part, filled, count);
			filled += count;
		}
	}

	private void sendPart() throws IOException {
		if (id == null) {
			id = begin();
		}
		if (parts.size() == MOST_PARTS) {
			throw new BackendException(Kind.UNSUPPORTED, Messages.S3Upload_big);
		}
		final int number = parts.size() + 1;
		final byte[] data = part;
		final int length = filled;
		try {
			parts.add(senders.submit(() -> put(number, data, length)));
		} catch (RejectedExecutionException e) {
			throw Link.closed();
		}
		while (parts.size() - waitedFor >= PARALLEL) {
			etag(waitedFor++);
		}
		synchronized (spare) {
			part = spare.isEmpty() ? new byte[partSize] : spare.poll();
		}
		filled = 0;
	}

	private String begin() throws BackendException {
		final String answer = s3.send(branch, "POST", key, "uploads=", new byte[0], 0, Link.PATIENCE).check().text(); //$NON-NLS-1$ //$NON-NLS-2$
		final var match = ID.matcher(answer);
		if (!match.find()) {
			throw new BackendException(Kind.FAILED, NLS.bind(Messages.S3Upload_noId, branch.authority()));
		}
		return match.group(1);
	}

	private String put(int number, byte[] data, int length) throws IOException, InterruptedException {
		final String query = "partNumber=" + number + '&' + idQuery(); //$NON-NLS-1$
		final String etag = Attempts.of(() -> {
			try (var reply = s3.send(branch, "PUT", key, query, data, length, FOR_A_PART).check()) { //$NON-NLS-1$
				return reply.header("etag").orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
			}
		});
		synchronized (spare) {
			spare.add(data);
		}
		return etag;
	}

	private String idQuery() {
		return "uploadId=" + S3Client.encode(id); //$NON-NLS-1$
	}

	private String etag(int index) throws IOException {
		try {
			return parts.get(index).get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Link.closed();
		} catch (ExecutionException e) {
			throw closed ? Link.closed() : e.getCause() instanceof IOException failure ? failure
					: new BackendException(Kind.FAILED, String.valueOf(e.getCause().getMessage()), e.getCause());
		}
	}

	@Override
	public void commit() throws IOException {
		if (id == null) {
			whole();
		} else {
			if (filled > 0) {
				sendPart();
			}
			complete();
		}
		finished = true;
	}

	private void whole() throws IOException {
		try {
			Attempts.of(() -> {
				s3.send(branch, "PUT", key, "", part, filled, FOR_A_PART).check().text(); //$NON-NLS-1$ //$NON-NLS-2$
				return null;
			});
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Link.closed();
		}
	}

	private void complete() throws IOException {
		final var list = new StringBuilder("<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"); //$NON-NLS-1$
		for (int i = 0; i < parts.size(); i++) {
			list.append("<Part><PartNumber>").append(i + 1).append("</PartNumber><ETag>").append(etag(i).replace("&", "&amp;")) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					.append("</ETag></Part>"); //$NON-NLS-1$
		}
		final byte[] body = list.append("</CompleteMultipartUpload>").toString().getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$
		final Reply reply = s3.send(branch, "POST", key, idQuery(), body, body.length, FOR_THE_WHOLE).check(); //$NON-NLS-1$
		final String answer = reply.text();
		if (!answer.contains(DONE)) {
			throw ServerWords.failure(reply.status(), answer); // the status is sent before the parts are put together
		}
	}

	@Override
	public void close() {
		if (closed) {
			return;
		}
		closed = true;
		s3.link().forget(branch);
		senders.shutdown();
		if (!finished && id != null) {
			Leftovers.remove(key, () -> {
				s3.send(s3.link(), "DELETE", key, idQuery(), new byte[0], 0, Link.PATIENCE).check().close(); //$NON-NLS-1$
				return true;
			});
		}
	}
}
