package dev.benchtop.disk;

import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: mux-flasher}.
 *
 * @param target what the one target is called
 * @param settle how long the medium rests between its last write and the board, for readers that write on after they said that all is written
 */
public record MuxFlasherConfig(@Option("medium") String target, @Option(value = "2s", advanced = true) Duration settle) {
}
