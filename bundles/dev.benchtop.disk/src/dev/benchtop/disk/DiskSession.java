package dev.benchtop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.disk.Pieces.Piece;

/** An open disk, read and written by several threads at once; only its own threads ever touch it, so that one that hangs hangs no caller. */
final class DiskSession implements BlockTarget.Session {

	/** While the last pieces of one write are under way, those of the next keep the disk busy. */
	private static final int WRITERS = 2;

	/** How long the disk may be silent before somebody is told, and how long one piece and a sync may take. */
	record Patience(Duration uneasy, Duration piece, Duration sync) {

		static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(5));
	}

	private final DiskIo io;
	private final Pieces pieces;
	private final Crew crew;
	private final Patience patience;

	/**
	 * @param zeroing whether the disk makes ranges zero by itself
	 * @param silent hears for how many seconds the disk has not answered, once for each silence
	 */
	DiskSession(DiskIo io, boolean zeroing, Patience patience, Crew.Presence presence, LongConsumer silent) {
		this.io = io;
		this.pieces = new Pieces(io, zeroing);
		this.crew = new Crew(presence, patience.uneasy(), silent);
		this.patience = patience;
	}

	@Override
	public int writers() {
		return WRITERS;
	}

	@Override
	public void write(ByteBuffer data, long position) throws IOException {
		final List<Piece> cut = Pieces.cut(data, position);
		try {
			crew.run(cut, piece -> pieces.write(piece.data(), piece.position()), patience.piece());
		} finally {
			data.position(data.position() + Pieces.written(cut));
		}
	}

	@Override
	public int read(ByteBuffer data, long position) throws IOException {
		final long there = Math.max(0, Math.min(data.remaining(), io.size() - position));
		if (there == 0) {
			return data.hasRemaining() ? -1 : 0;
		}
		final ByteBuffer wanted = data.slice(data.position(), (int) there);
		crew.run(Pieces.cut(wanted, position), piece -> pieces.read(piece.data(), piece.position()), patience.piece());
		data.position(data.position() + (int) there);
		return (int) there;
	}

	@Override
	public void sync() throws IOException {
		crew.run(io::sync, patience.sync());
	}

	@Override
	public void commit(long length) throws IOException {
		crew.run(() -> {
			io.sync();
			io.settle();
		}, patience.sync());
	}

	@Override
	public void close() throws IOException {
		crew.close();
		io.close();
	}
}
