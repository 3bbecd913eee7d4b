package dev.benchtop.uboot.payload;

import java.util.ArrayList;
import java.util.List;

import dev.benchtop.uboot.payload.Piece.Kind;

/** Gathers pieces that come in order: neighbours of one kind become one, and zeros between data are data unless they are many. */
final class Pieces {

	/** Fewer zeros than these are quicker sent than told of. */
	private static final long FEW = 8 << 20;

	private final List<Piece> pieces = new ArrayList<>();

	void add(Kind kind, long position, long length) {
		final Piece last = pieces.isEmpty() ? null : pieces.getLast();
		if (last != null && last.kind() == kind && last.end() == position) {
			pieces.set(pieces.size() - 1, new Piece(kind, last.position(), last.length() + length));
		} else {
			pieces.add(new Piece(kind, position, length));
		}
	}

	/** Few zeros are taken for data. */
	List<Piece> settled() {
		final var settled = new Pieces();
		for (final Piece piece : pieces) {
			settled.add(piece.kind() == Kind.ZERO && piece.length() < FEW ? Kind.DATA : piece.kind(), piece.position(), piece.length());
		}
		return List.copyOf(settled.pieces);
	}
}
