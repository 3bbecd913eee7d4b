package dev.benchtop.disk.mux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.Guard;

/** The medium while this machine has it; the mux does not move it while it is open. */
final class MuxMedium implements BlockTarget {

	/** Opens the medium; the mux does not move from then on until that is closed, or has failed. */
	@FunctionalInterface
	interface Opening {
		Session open(BlockTarget medium) throws BenchException;
	}

	private final BlockTarget disk;
	private final MediumUse use;
	private final Opening opening;

	MuxMedium(BlockTarget disk, MediumUse use, Opening opening) {
		this.disk = disk;
		this.use = use;
		this.opening = opening;
	}

	@Override
	public String identity() {
		return disk.identity();
	}

	@Override
	public OptionalLong capacity() {
		return disk.capacity();
	}

	@Override
	public boolean staged() {
		return false;
	}

	/** What is mounted of it is unmounted before it moves, so that only the name of a dear disk is wanted. */
	@Override
	public Optional<Guard> guard() {
		return disk.guard().map(guard -> new Guard(List.of(), guard.name(), guard.seen(), guard.words()));
	}

	@Override
	public Session open() throws BenchException {
		return new Open(opening.open(disk));
	}

	private final class Open implements Session {

		private final Session session;
		private boolean closed;

		Open(Session session) {
			this.session = session;
		}

		@Override
		public int writers() {
			return session.writers();
		}

		@Override
		public void write(ByteBuffer data, long position) throws IOException {
			use.begun(identity());
			session.write(data, position);
		}

		@Override
		public int read(ByteBuffer data, long position) throws IOException {
			return session.read(data, position);
		}

		@Override
		public void sync() throws IOException {
			session.sync();
		}

		@Override
		public void commit(long length) throws IOException {
			session.commit(length);
			use.committed();
		}

		@Override
		public void close() throws IOException {
			try {
				session.close();
			} finally {
				release();
			}
		}

		private synchronized void release() {
			if (!closed) {
				closed = true;
				use.closed();
			}
		}
	}
}
