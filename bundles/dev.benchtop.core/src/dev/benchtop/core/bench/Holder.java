package dev.benchtop.core.bench;

import java.time.Instant;

/**
 * The process that holds a part of a board.
 *
 * @param pid its process id
 * @param command what it is, for people: {@code benchtop flash}, {@code Benchtop window}
 * @param what what it does with it: {@code flash root}, {@code console}
 * @param since when it took it
 */
public record Holder(long pid, String command, String what, Instant since) {
}
