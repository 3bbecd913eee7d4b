package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

import dev.benchtop.core.BlockOutput;
import dev.benchtop.core.capability.Abandonable;

/** An upload as a stream. What is more than a little is uploaded by another thread, so that whoever writes can read on meanwhile. */
final class UploadStream extends BlockOutput implements Abandonable {

	private static final int SMALL = 16 * 1024;
	private static final int CHUNK = 128 * 1024;
	private static final int CHUNKS = 4;

	private final Executor threads;
	private final UploadChannel channel;
	private final Handover<ByteBuffer> chunks = new Handover<>(CHUNKS);
	private final Queue<ByteBuffer> empty = new ConcurrentLinkedQueue<>();
	private ByteBuffer chunk = ByteBuffer.allocate(SMALL);
	private final CountDownLatch uploaded = new CountDownLatch(1);
	/** Whether another thread uploads. */
	private boolean begun;
	/** Whether a write has failed, which nothing can make good. */
	private boolean broken;
	private volatile IOException failure;

	UploadStream(Executor threads, UploadChannel channel) {
		this.threads = threads;
		this.channel = channel;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		channel.checkOpen();
		for (int done = 0; done < length;) {
			if (!chunk.hasRemaining()) {
				handOver();
				final ByteBuffer used = empty.poll();
				chunk = used == null ? ByteBuffer.allocateDirect(CHUNK) : used.clear();
			}
			final int count = Math.min(length - done, chunk.remaining());
			chunk.put(bytes, offset + done, count);
			done += count;
		}
	}

	private void handOver() throws IOException {
		boolean taken = false;
		try {
			if (!begun) {
				threads.execute(this::upload);
				begun = true;
			}
			chunks.put(chunk.flip());
			taken = true;
		} catch (final IOException e) {
			throw failure == null ? e : failure;
		} finally {
			broken |= !taken;
		}
	}

	private void upload() {
		try {
			for (ByteBuffer next = chunks.take(); next != null; next = chunks.take()) {
				channel.write(next);
				if (next.isDirect()) {
					empty.add(next);
				}
			}
		} catch (final IOException e) {
			end(e);
		} catch (final RuntimeException | Error e) {
			end(new IOException(e));
		} finally {
			uploaded.countDown();
		}
	}

	private void end(IOException why) {
		failure = why;
		chunks.close();
	}

	@Override
	public void close() throws IOException {
		if (broken) {
			channel.abandon();
		} else if (channel.isOpen()) {
			finish();
			channel.close();
		}
	}

	/** Waits until all is uploaded. */
	private void finish() throws IOException {
		boolean well = false;
		try {
			last();
			well = true;
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ClosedByInterruptException();
		} finally {
			if (!well) {
				channel.abandon();
			}
		}
	}

	private void last() throws IOException, InterruptedException {
		if (!begun) {
			channel.write(chunk.flip());
			return;
		}
		handOver();
		chunks.end(null);
		uploaded.await();
		if (failure != null) {
			throw failure;
		}
	}

	@Override
	public void abandon() throws IOException {
		chunks.close();
		channel.abandon();
	}
}
