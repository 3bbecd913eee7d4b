package dev.benchtop.core.internal.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.ProcessIdentity;
import dev.benchtop.core.bench.Holder;

/** What stands in a lock file; {@code id} tells one hold from every other. */
record LockFile(String id, long pid, String started, String command, String what, String since) {

	private static final Gson GSON = new Gson();

	/** Reads a hold; a file that is missing or damaged holds nothing. */
	static Optional<LockFile> read(Path file) throws IOException {
		try {
			final LockFile lock = GSON.fromJson(Files.readString(file), LockFile.class);
			return Optional.ofNullable(lock).filter(LockFile::complete);
		} catch (NoSuchFileException | JsonParseException e) {
			return Optional.empty();
		}
	}

	void write(Path file) throws IOException {
		PrivateFiles.replace(file, GSON.toJson(this).getBytes(StandardCharsets.UTF_8));
	}

	private boolean complete() {
		return id != null && started != null && command != null && what != null && since != null;
	}

	private ProcessIdentity process() {
		return new ProcessIdentity(pid, started);
	}

	boolean alive() {
		return process().isAlive();
	}

	boolean isHere() {
		return process().equals(ProcessIdentity.self());
	}

	Holder holder() {
		return new Holder(pid, command, what, Instant.parse(since));
	}
}
