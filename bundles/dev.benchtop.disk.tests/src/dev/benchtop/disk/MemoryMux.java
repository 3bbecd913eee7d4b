package dev.benchtop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.flash.BlockTarget;

/** A mux whose medium is memory; remembers what was asked of it, and fails where it is told to. The medium is all 0xee at first. */
final class MemoryMux implements StorageMux {

	static final byte OLD = (byte) 0xee;

	final byte[] medium;
	/** {@code host}, {@code dut}, {@code off}, {@code write}, {@code sync}, {@code read}: each run of the same call once. */
	final List<String> calls = new CopyOnWriteArrayList<>();
	volatile String failing = "";
	volatile long failWriteAt = -1;
	volatile long flipAt = -1;
	volatile boolean vanished;
	volatile Position position = Position.DUT;
	volatile Power.State power = Power.State.OFF;
	/** Opens at the first write, which then blocks until the session is closed, where {@link #hang} is set. */
	final CountDownLatch writing = new CountDownLatch(1);
	volatile boolean hang;

	MemoryMux(int size) {
		medium = new byte[size];
		Arrays.fill(medium, OLD);
	}

	private void called(String what) {
		if (calls.isEmpty() || !calls.getLast().equals(what)) {
			calls.add(what);
		}
	}

	private void move(String what, Position to) throws BenchException {
		called(what);
		if (failing.equals(what)) {
			throw BenchException.failed("The mux does not switch").why("no answer on USB").build();
		}
		position = to;
	}

	@Override
	public void host(CancelToken cancel) throws BenchException {
		cancel.check();
		move("host", Position.HOST);
	}

	@Override
	public void dut(CancelToken cancel) throws BenchException {
		cancel.check();
		move("dut", Position.DUT);
	}

	@Override
	public void off(CancelToken cancel) throws BenchException {
		cancel.check();
		move("off", Position.OFF);
	}

	@Override
	public Position position() {
		return position;
	}

	@Override
	public BlockTarget media(CancelToken cancel) throws BenchException {
		if (position != Position.HOST || vanished) {
			throw BenchException.failed("There is no medium in the reader").build();
		}
		return new Medium();
	}

	/** The power of the board, which nobody is to switch. */
	Power power() {
		return new Power() {
			@Override
			public void on(CancelToken cancel) {
				called("power on");
			}

			@Override
			public void off(CancelToken cancel) {
				called("power off");
			}

			@Override
			public State state() {
				return power;
			}
		};
	}

	private final class Medium implements BlockTarget {

		@Override
		public String identity() {
			return "Memory 0001";
		}

		@Override
		public OptionalLong capacity() {
			return OptionalLong.of(medium.length);
		}

		@Override
		public boolean staged() {
			return false;
		}

		@Override
		public Session open() {
			return new Open();
		}
	}

	private final class Open implements BlockTarget.Session {

		private final CountDownLatch closed = new CountDownLatch(1);

		private void requireThere() throws IOException {
			if (position != Position.HOST || vanished) {
				throw new IOException("No such device");
			}
		}

		@Override
		public void write(ByteBuffer data, long at) throws IOException {
			requireThere();
			called("write");
			writing.countDown();
			if (hang) {
				await();
				throw new IOException("closed");
			}
			if (failWriteAt >= at && failWriteAt < at + data.remaining()) {
				data.get(medium, (int) at, (int) (failWriteAt - at));
				throw new IOException("Input/output error");
			}
			final int count = data.remaining();
			data.get(medium, (int) at, count);
			if (flipAt >= at && flipAt < at + count) {
				medium[(int) flipAt] ^= 1;
			}
		}

		private void await() throws IOException {
			try {
				closed.await();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		}

		@Override
		public int read(ByteBuffer data, long at) throws IOException {
			requireThere();
			called("read");
			if (at >= medium.length) {
				return -1;
			}
			final int count = (int) Math.min(data.remaining(), medium.length - at);
			data.put(medium, (int) at, count);
			return count;
		}

		@Override
		public void sync() throws IOException {
			requireThere();
			called("sync");
		}

		@Override
		public void commit(long length) throws IOException {
			requireThere();
			called("commit");
		}

		@Override
		public void close() {
			closed.countDown();
		}
	}
}
