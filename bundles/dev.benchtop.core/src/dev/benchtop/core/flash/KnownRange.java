package dev.benchtop.core.flash;

/**
 * A range of a target of which a journal says what it holds.
 *
 * @param position in bytes
 * @param length in bytes
 * @param sum in hex, of the flasher's own kind
 */
public record KnownRange(long position, int length, String sum) {
}
