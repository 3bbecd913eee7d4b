package dev.benchtop.image.copy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

/** The first bytes of a target, read where they are. */
public final class ChannelSource implements Source {

	/** Positional reads; a session of a target, or a channel. */
	public interface Medium extends AutoCloseable {

		/** Reads until {@code data} is full or the medium ends; returns the bytes read, -1 at the end. */
		int read(ByteBuffer data, long position) throws IOException;

		@Override
		void close() throws IOException;
	}

	private final Medium medium;
	private final long length;
	private final String label;

	public ChannelSource(Medium medium, long length, String label) {
		this.medium = medium;
		this.length = length;
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	@Override
	public boolean packed() {
		return false;
	}

	@Override
	public long packedBytes() {
		return length;
	}

	@Override
	public Object state() {
		return length;
	}

	@Override
	public Optional<String> packedHash(ProgressCounter read) {
		return Optional.empty();
	}

	@Override
	public Content open() {
		return new Content() {
			private long position;
			private volatile long waited;

			@Override
			public void fill(ByteBuffer data) throws IOException {
				data.limit((int) Math.min(data.limit(), data.position() + length - position));
				final long start = System.nanoTime();
				while (data.hasRemaining()) {
					final int count = medium.read(data, position);
					if (count < 0) {
						throw new EOFException(NLS.bind(Messages.Source_short, position, length));
					}
					position += count;
				}
				waited += System.nanoTime() - start;
			}

			@Override
			public OptionalLong length() {
				return OptionalLong.of(length);
			}

			@Override
			public long estimate(long soFar) {
				return length;
			}

			@Override
			public long waited() {
				return waited;
			}

			@Override
			public Optional<String> packedHash() {
				return Optional.empty();
			}

			@Override
			public void close() throws IOException {
				medium.close();
			}
		};
	}
}
