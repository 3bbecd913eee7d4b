package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What all muxes are told of their medium.
 *
 * @param medium its device file while this machine has it; null where the hardware leads to it
 * @param appear how long it may take to come
 * @param rest how long it rests between its last write and the board
 */
record MuxConfig(Path medium, Duration appear, Duration rest) {
}
