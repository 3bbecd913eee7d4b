package dev.benchtop.core.flash;

import java.nio.file.Path;

/**
 * What is to be read back.
 *
 * @param target the name of the target; empty for the flasher's first
 * @param file where the raw content goes
 */
public record DumpRequest(String target, Path file) {
}
