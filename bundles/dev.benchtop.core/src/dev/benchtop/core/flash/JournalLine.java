package dev.benchtop.core.flash;

import java.util.List;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.benchtop.core.ProcessIdentity;

/** One line of a journal: a JSON object whose {@code kind} is the name of the record. */
sealed interface JournalLine {

	Gson GSON = new Gson();
	String KIND = "kind"; //$NON-NLS-1$

	/** What is to be done, and who does it; the first line. */
	record Header(int version, boolean dump, String board, String node, String target, String identity, boolean staged, String image,
			Long imageSize, Long bytes, boolean verify, String sha256, List<String> phases, String command, long pid, String process,
			String started) implements JournalLine {

		boolean alive() {
			return new ProcessIdentity(pid, process).isAlive();
		}
	}

	/** A phase begins. */
	record Began(String id, String label, Long total, String at) implements JournalLine {
	}

	/** So many bytes of the phase are done. */
	record Done(long bytes) implements JournalLine {
	}

	/** This range of the target has these bytes now. */
	record Range(long position, int length, String sum) implements JournalLine {
	}

	/** It ended. */
	record Ended(Outcome outcome, long bytes, String sha256, long millis, String failure) implements JournalLine {
	}

	/** The user knows that it was interrupted. */
	record Dismissed(String at) implements JournalLine {
	}

	/** The line as it stands in the file, with its end. */
	static String write(JournalLine line) {
		final var object = new JsonObject();
		object.addProperty(KIND, line.getClass().getSimpleName());
		GSON.toJsonTree(line).getAsJsonObject().entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
		return object + "\n"; //$NON-NLS-1$
	}

	/** Reads a line; empty where it is none: the last one of a process that was killed may be cut off. */
	static Optional<JournalLine> read(String text) {
		try {
			final JsonObject object = JsonParser.parseString(text).getAsJsonObject();
			for (final Class<?> type : JournalLine.class.getPermittedSubclasses()) {
				if (object.has(KIND) && type.getSimpleName().equals(object.get(KIND).getAsString())) {
					return Optional.of((JournalLine) GSON.fromJson(object, type));
				}
			}
			return Optional.empty();
		} catch (JsonParseException | IllegalStateException e) {
			return Optional.empty();
		}
	}
}
