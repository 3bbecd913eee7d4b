package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.PrivateFiles;

/**
 * What a disk is made of now. The one small file that says so is replaced at once, so that a disk holds the old or the new content
 * and nothing between, whatever ends the process.
 *
 * @param base the name of the base's file; null where the disk was never flashed
 * @param golden the image that the disk begins with where it was never flashed; null where there is none
 * @param overlay the name of the overlay's file
 * @param image what was flashed; null where the disk was never flashed
 * @param length the exact length of what was flashed, in bytes
 * @param flashed when, in seconds since 1970
 */
record Content(String base, Golden golden, String overlay, String image, long length, long flashed) {

	/** A disk on which nothing is. */
	static final Content EMPTY = new Content(null, null, null, null, 0, 0);

	private static final Gson GSON = new Gson();
	private static final String RECORD = "content.json"; //$NON-NLS-1$

	/** What lies in the folder of a disk; empty where nothing does yet. */
	static Optional<Content> read(Path folder) throws IOException {
		try {
			return Optional.ofNullable(GSON.fromJson(Files.readString(folder.resolve(RECORD)), Content.class));
		} catch (NoSuchFileException _) {
			return Optional.empty();
		} catch (JsonParseException e) {
			throw new IOException(NLS.bind(Messages.Content_unreadable, folder.resolve(RECORD)), e);
		}
	}

	/** Makes it the content of the disk. */
	void write(Path folder) throws IOException {
		PrivateFiles.replace(folder.resolve(RECORD), GSON.toJson(this).getBytes(StandardCharsets.UTF_8));
	}

	/** Whether the board finds something on it that it has not written itself. */
	boolean hasBase() {
		return base != null || golden != null;
	}

	/** Whether a file of the disk's folder belongs to it. */
	boolean owns(Path file) {
		final String name = file.getFileName().toString();
		return name.equals(RECORD) || name.equals(base) || name.equals(overlay);
	}

	/** In a line for people. */
	String line() {
		if (base == null) {
			return golden == null ? Messages.Content_empty
					: NLS.bind(Messages.Content_golden, Path.of(golden.file()).getFileName(), new ByteSize(length).display());
		}
		final var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).format(Instant.ofEpochSecond(flashed).atZone(ZoneId.systemDefault()));
		return NLS.bind(Messages.Content_flashed, new Object[] {image.substring(image.lastIndexOf('/') + 1), new ByteSize(length).display(), when});
	}
}
