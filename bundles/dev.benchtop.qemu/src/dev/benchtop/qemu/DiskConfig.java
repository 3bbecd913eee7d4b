package dev.benchtop.qemu;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.driver.Option;

/**
 * One disk of a virtual board.
 *
 * @param size what the board sees; an image that is longer makes the disk as long
 */
public record DiskConfig(@Option("2G") ByteSize size) {
}
