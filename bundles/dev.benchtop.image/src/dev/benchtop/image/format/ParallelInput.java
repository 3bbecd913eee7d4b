package dev.benchtop.image.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import dev.benchtop.core.BlockInput;

/** Joins what several threads unpack, in order and in bounded memory. */
final class ParallelInput extends BlockInput {

	private static final int PIECE = 512 << 10;
	/** All that may wait to be read, in bytes; a quarter of the heap where that is less. */
	private static final long MOST_WAITING = 256L << 20;

	/** A part of the file that is unpacked on its own. */
	@FunctionalInterface
	interface Block {
		void unpack(Out out) throws IOException;
	}

	/** The parts in order; asked by one thread at a time. */
	interface Blocks {
		/** The next part; null after the last. */
		Block next() throws IOException;

		/** The unpacked size of the largest part, in bytes. */
		long largestBlock();
	}

	/** Where a part goes. */
	interface Out {
		/** An array to be filled. */
		byte[] piece();

		/** Hands over the first {@code length} bytes of a piece; waits while there is no room. */
		void put(byte[] piece, int length) throws IOException;
	}

	private record Piece(byte[] data, int length) {
	}

	private final class Lane implements Out {
		private final Deque<Piece> pieces = new ArrayDeque<>();
		private boolean ended;

		@Override
		public byte[] piece() {
			synchronized (lock) {
				return spare.isEmpty() ? new byte[PIECE] : spare.pop();
			}
		}

		@Override
		public void put(byte[] piece, int length) throws IOException {
			synchronized (lock) {
				while (pieces.size() >= piecesPerLane && !closed) {
					await();
				}
				if (closed) {
					throw new IOException(Messages.Parallel_closed);
				}
				pieces.add(new Piece(piece, length));
				lock.notifyAll();
			}
		}
	}

	private final Object lock = new Object();
	private final Blocks blocks;
	private final int mostLanes;
	private final int piecesPerLane;
	private final Deque<Lane> lanes = new ArrayDeque<>();
	private final Deque<byte[]> spare = new ArrayDeque<>();
	private boolean exhausted;
	private boolean closed;
	private IOException failure;
	private Piece current;
	private int taken;

	ParallelInput(Blocks blocks, int threads) {
		this.blocks = blocks;
		this.mostLanes = 2 * threads;
		final long room = Math.min(MOST_WAITING, Runtime.getRuntime().maxMemory() / 4) / mostLanes;
		this.piecesPerLane = (int) Math.max(2, Math.min(room, blocks.largestBlock() + PIECE) / PIECE);
		for (int i = 0; i < threads; i++) {
			Thread.ofPlatform().daemon().name("image-unpack-" + i).start(this::work); //$NON-NLS-1$
		}
	}

	private void work() {
		try {
			for (Lane lane = new Lane(); begin(lane) instanceof Block block; lane = new Lane()) {
				block.unpack(lane);
				synchronized (lock) {
					lane.ended = true;
					lock.notifyAll();
				}
			}
		} catch (IOException e) {
			fail(e);
		} catch (RuntimeException | Error e) {
			fail(new IOException(e.toString(), e));
		}
	}

	private Block begin(Lane lane) throws IOException {
		synchronized (lock) {
			while (lanes.size() >= mostLanes && !closed) {
				await();
			}
			final Block block = closed || exhausted ? null : blocks.next();
			if (block == null) {
				exhausted = true;
			} else {
				lanes.add(lane);
			}
			lock.notifyAll();
			return block;
		}
	}

	private void fail(IOException reason) {
		synchronized (lock) {
			if (failure == null) {
				failure = reason;
			}
			closed = true;
			lock.notifyAll();
		}
	}

	/** Waits for a change; nobody interrupts these threads, so an interrupt only looks again. */
	private void await() {
		try {
			lock.wait();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			closed = true;
		}
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (current == null && !advance()) {
			return -1;
		}
		final int count = Math.min(length, current.length - taken);
		System.arraycopy(current.data, taken, to, at, count);
		taken += count;
		if (taken == current.length) {
			synchronized (lock) {
				spare.push(current.data);
			}
			current = null;
		}
		return count;
	}

	/** Takes the next piece; false at the end. */
	private boolean advance() throws IOException {
		synchronized (lock) {
			while (true) {
				if (failure != null) {
					throw failure;
				}
				if (closed) {
					throw new IOException(Messages.Parallel_closed);
				}
				final Lane lane = lanes.peek();
				if (lane == null && exhausted) {
					return false;
				}
				if (lane != null && !lane.pieces.isEmpty()) {
					current = lane.pieces.poll();
					taken = 0;
					lock.notifyAll();
					return true;
				}
				if (lane != null && lane.ended) {
					lanes.poll();
					lock.notifyAll();
				} else {
					await();
				}
			}
		}
	}

	@Override
	public void close() {
		synchronized (lock) {
			closed = true;
			lock.notifyAll();
		}
	}
}
