package dev.benchtop.core.console;

/**
 * One line of a log.
 *
 * @param number counted from 0 on over all that was ever in the log while it is read
 * @param place where its first byte is, counted likewise
 * @param length how many bytes it has, its line end among them
 * @param text what is read of it: no escape sequences, no line end
 */
public record LogLine(long number, long place, int length, String text) {
}
