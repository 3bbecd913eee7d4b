package dev.benchtop.qemu;

import java.nio.file.Path;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.driver.Option;

/**
 * One disk of a virtual board.
 *
 * @param size what the board sees; an image that is longer makes the disk as long
 * @param image what the disk holds until something is flashed to it: raw, qcow2, qcow or vmdk, never written to; null for nothing
 */
public record DiskConfig(@Option("2G") ByteSize size, @Option Path image) {
}
