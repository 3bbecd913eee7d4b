package dev.benchtop.uboot.payload;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.uboot.payload.Piece.Kind;

/**
 * The unpacked content of an image, as this machine read it.
 *
 * @param length in bytes
 * @param sha256 of the whole; empty where what is not mapped was not read
 * @param pieces what is in it
 * @param sumOfMapped SHA-256 of what is mapped, one part after the other
 * @param whole a file with all of it, in which what is free may be zeros
 * @param data a file with all pieces of data, one after the other
 */
public record Content(long length, Optional<String> sha256, List<Piece> pieces, String sumOfMapped, Path whole, Path data) {

	/** How many bytes have to be written. */
	public long toWrite() {
		return pieces.stream().filter(piece -> piece.kind() != Kind.FREE).mapToLong(Piece::length).sum();
	}

	/** The same where nothing is known of what is in it but what is mapped: all of it is in one stream. */
	public List<Piece> streamed() {
		final var pieces = new Pieces();
		this.pieces.forEach(piece -> pieces.add(piece.kind() == Kind.FREE ? Kind.FREE : Kind.DATA, piece.position(), piece.length()));
		return pieces.settled();
	}
}
