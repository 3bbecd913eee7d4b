package dev.benchtop.core.flash;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be flashed and how.
 *
 * @param image the file, in whichever file system it lies
 * @param label the image as the user named it: a path, {@code STORAGE:path}, or a URL without its secrets
 * @param target the name of the target; empty for the flasher's first
 * @param verify whether the target is read back and compared
 * @param sha256 what the user expects: the SHA-256 of the file or of its unpacked content, 64 hex digits
 */
public record FlashRequest(Path image, String label, String target, boolean verify, Optional<String> sha256) {
}
