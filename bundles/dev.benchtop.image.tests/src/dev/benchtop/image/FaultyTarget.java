package dev.benchtop.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

import dev.benchtop.core.flash.BlockTarget;

/** A target in memory that fails, lies or hangs where it is told to. Its old content is all 0xee. */
public final class FaultyTarget implements BlockTarget {

	public static final byte OLD = (byte) 0xee;

	/** Lets the write at a place wait for something. */
	@FunctionalInterface
	public interface Pause {
		void pause(long position) throws InterruptedException;
	}

	private final boolean staged;
	private final byte[] stage;
	public final byte[] medium;
	public long failWriteAt = -1;
	public long lieAt = -1;
	public long endAt = Long.MAX_VALUE;
	public String hangIn = "";
	/** What each write waits for. */
	public Pause beforeWrite = _ -> { };
	public int writers = 1;
	public boolean failSync;
	public boolean failCommit;
	public boolean deaf;
	public final CountDownLatch hanging = new CountDownLatch(1);
	private final CountDownLatch closed = new CountDownLatch(1);
	public volatile int closes;
	public volatile boolean committed;

	public FaultyTarget(int size, boolean staged) {
		this.staged = staged;
		this.medium = new byte[size];
		Arrays.fill(medium, OLD);
		this.stage = staged ? new byte[size] : medium;
	}

	@Override
	public String identity() {
		return "faulty";
	}

	@Override
	public OptionalLong capacity() {
		return OptionalLong.of(medium.length);
	}

	@Override
	public boolean staged() {
		return staged;
	}

	@Override
	public Session open() {
		return new Session() {
			@Override
			public int writers() {
				return writers;
			}

			@Override
			public void write(ByteBuffer data, long position) throws IOException {
				hang("write");
				pause(position);
				if (failWriteAt >= position && failWriteAt < position + data.remaining()) {
					data.get(stage, (int) position, (int) (failWriteAt - position));
					throw new IOException("No space left on device");
				}
				data.get(stage, (int) position, data.remaining());
			}

			@Override
			public int read(ByteBuffer data, long position) throws IOException {
				hang("read");
				if (position >= endAt) {
					return -1;
				}
				final int count = (int) Math.min(data.remaining(), endAt - position);
				final int start = data.position();
				data.put(stage, (int) position, count);
				if (lieAt >= position && lieAt < position + count) {
					final int at = start + (int) (lieAt - position);
					data.put(at, (byte) (data.get(at) ^ 1));
				}
				return count;
			}

			@Override
			public void sync() throws IOException {
				hang("sync");
				if (failSync) {
					throw new IOException("Input/output error");
				}
			}

			@Override
			public void commit(long length) throws IOException {
				hang("commit");
				if (failCommit) {
					throw new IOException("Read-only file system");
				}
				if (staged) {
					System.arraycopy(stage, 0, medium, 0, (int) length);
				}
				committed = true;
			}

			@Override
			public void close() {
				closes++;
				if (!deaf) {
					closed.countDown();
				}
			}
		};
	}

	private void pause(long position) throws IOException {
		try {
			beforeWrite.pause(position);
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	/** Blocks until the session is closed, as a call of the system does; where it is deaf, for good. */
	private void hang(String where) throws IOException {
		if (where.equals(hangIn)) {
			hanging.countDown();
			try {
				closed.await();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
			throw new AsynchronousCloseException();
		}
	}
}
