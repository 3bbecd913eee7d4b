package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * A file in parts (S3's <i>multipart upload</i>), of which some are sent side by side; all parts but the last have the same size, as some
 * servers want it. What fits into one part is sent at once. Nothing is there before the last request.
 */
final class S3Upload implements Upload {

	private static final int PART = 16 << 20;
	private static final int PARALLEL = 4;
	private static final int BEGIN = 1 << 16;
	private static final Duration FOR_A_PART = Duration.ofMinutes(5);

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
	/** Null while all fits into one part. */
	private S3Parts file;
	private volatile boolean closed;
	private boolean finished;

	S3Upload(S3Client s3, String key, long size) throws BackendException {
		this.s3 = s3;
		this.key = key;
		final long even = Math.max(PART, size / (S3Parts.MOST - 1) + 1);
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
		if (file == null) {
			file = S3Parts.begin(s3, branch, key, Optional.empty());
		}
		if (parts.size() == S3Parts.MOST) {
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

	private String put(int number, byte[] data, int length) throws IOException, InterruptedException {
		final String query = file.query(number);
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
		if (file == null) {
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
		final List<String> etags = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			etags.add(etag(i));
		}
		file.complete(etags);
	}

	@Override
	public void close() {
		if (closed) {
			return;
		}
		closed = true;
		try (var _ = s3.leftovers().ending()) {
			s3.link().forget(branch);
			senders.shutdown();
			if (!finished && file != null) {
				file.abandon();
			}
		}
	}
}
