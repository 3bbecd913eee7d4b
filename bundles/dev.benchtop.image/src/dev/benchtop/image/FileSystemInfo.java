package dev.benchtop.image;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file system, swap space or encrypted volume that was recognised by its magic bytes.
 *
 * @param type as people call it: {@code ext4}, {@code FAT32}, {@code LUKS2}
 * @param label its name, where it has one
 * @param bytes its size as it says itself
 */
public record FileSystemInfo(String type, Optional<String> label, OptionalLong bytes) {
}
