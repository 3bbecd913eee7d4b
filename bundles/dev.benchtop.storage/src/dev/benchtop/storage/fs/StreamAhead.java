package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;

/** Reads ahead by one stream. */
final class StreamAhead implements Ahead {

	private static final int CHUNK = 256 * 1024;
	private static final int CHUNKS = 8;

	private final ResumingInput input;
	private final Handover<ByteBuffer> chunks = new Handover<>(CHUNKS);

	/** @param length -1 for all to the end */
	StreamAhead(Executor threads, Content content, long offset, long length) {
		this.input = new ResumingInput(content, offset, length);
		threads.execute(this::fetch);
	}

	private void fetch() {
		try (input) {
			byte[] chunk = new byte[CHUNK];
			for (int count = fill(chunk); count > 0; count = fill(chunk)) {
				if (count < CHUNK / 2) {
					chunks.put(ByteBuffer.wrap(Arrays.copyOf(chunk, count)));
				} else {
					chunks.put(ByteBuffer.wrap(chunk, 0, count));
					chunk = new byte[CHUNK];
				}
			}
			chunks.end(null);
		} catch (final IOException e) {
			chunks.end(e);
		} catch (final RuntimeException | Error e) {
			chunks.end(new IOException(e));
		}
	}

	/** Reads what there is without waiting for more than the first byte of it. */
	private int fill(byte[] chunk) throws IOException {
		int filled = input.read(chunk, 0, CHUNK);
		while (filled > 0 && filled < CHUNK && input.hasMore()) {
			filled += Math.max(0, input.read(chunk, filled, CHUNK - filled));
		}
		return filled;
	}

	@Override
	public ByteBuffer next() throws IOException {
		return chunks.take();
	}

	@Override
	public void close() {
		chunks.close();
		input.close();
	}
}
