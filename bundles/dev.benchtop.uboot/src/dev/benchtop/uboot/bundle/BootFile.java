package dev.benchtop.uboot.bundle;

import java.nio.file.Path;

/**
 * A file that U-Boot loads.
 *
 * @param name its path in the bundle
 * @param address where in the board's memory, as U-Boot reads it
 * @param path in whichever file system
 * @param size in bytes; more than 0
 */
public record BootFile(String name, String address, Path path, long size) {
}
