package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import dev.benchtop.core.PrivateFiles;

/**
 * What is known of an unfinished file, kept beside it.
 *
 * @param from where it is copied from, without secrets
 * @param stamp what the source was
 * @param hashed up to which byte the digest goes
 * @param sha256 of the source's first {@code hashed} bytes; empty where none was made
 */
record Kept(String from, Stamp stamp, long hashed, String sha256) {

	private static final Gson GSON = new Gson();

	static Optional<Kept> read(Path file) throws IOException {
		try {
			return Optional.ofNullable(GSON.fromJson(Files.readString(file), Kept.class)).filter(Kept::isWhole);
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (JsonParseException e) {
			return Optional.empty(); // not of our making: then the part is not known either
		}
	}

	private boolean isWhole() {
		return from != null && stamp != null && stamp.kind() != null && stamp.etag() != null && sha256 != null;
	}

	void write(Path file) throws IOException {
		PrivateFiles.replace(file, GSON.toJson(this).getBytes(StandardCharsets.UTF_8));
	}
}
