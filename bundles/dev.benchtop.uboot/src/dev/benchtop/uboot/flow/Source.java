package dev.benchtop.uboot.flow;

import java.util.List;
import java.util.Optional;

import dev.benchtop.uboot.payload.Content;
import dev.benchtop.uboot.payload.Piece;

/**
 * Where the bytes come from that a board writes.
 *
 * @param content what they are
 * @param command gives them on the board
 * @param whole whether what is free is among them
 * @param format what is unpacked on the board
 * @param words the same for people
 * @param fls the whole command where that tool writes
 */
record Source(Content content, String command, List<Piece> pieces, boolean whole, String format, String words, Optional<String> fls) {
}
