package dev.benchtop.core.flash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.Progress.Phase;

/**
 * One flash or dump as its journal tells it.
 *
 * @param file the journal
 * @param board the board's name
 * @param node the flasher's path
 * @param target the target's name
 * @param identity what makes the target this one and no other
 * @param image the image as the user named it; for a dump the file
 * @param imageSize bytes of the image file, where known
 * @param dump whether the target was read back instead
 * @param started when it began
 * @param command the process that did it, for people
 * @param pid its id
 * @param phase the phase that it came to
 * @param bytes how many bytes of that phase were done
 * @param total how many there were to be, where known
 * @param outcome what the target holds (for a dump: the file); of a flash that did not end, what it holds at worst
 * @param interrupted whether it did not end and its process is gone
 * @param running whether it did not end and its process is there
 * @param sha256 SHA-256 of the unpacked content, in hex
 * @param time how long it took
 * @param failure why it did not succeed, as it was shown
 */
public record JournalEntry(Path file, String board, String node, String target, String identity, String image, OptionalLong imageSize,
		boolean dump, Instant started, String command, long pid, Optional<Phase> phase, long bytes, OptionalLong total, Outcome outcome,
		boolean interrupted, boolean running, Optional<String> sha256, Optional<Duration> time, Optional<String> failure) {
}
