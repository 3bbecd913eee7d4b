package dev.benchtop.core.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/**
 * Changes a bench file at the places that are meant: comments, order, style and unknown keys stay.
 * Places are dotted paths from the top of the file: {@code export.machine.config.mem}; elements of lists go by number.
 * Not thread-safe.
 */
public final class BenchEditor {

	private BenchEditor() {
	}

	/** Reads a file for changing it. */
	public static BenchEditor open(Path file) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** The value at a place: texts as they are written (of every kind of scalar), lists of such values, and maps to such values. */
	public Optional<Object> get(String dottedPath) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Puts a value at a place; what is missing on the way there is made.
	 *
	 * @param value text, number, boolean, size, duration, path, enum constant, or lists and maps of them
	 */
	public void set(String dottedPath, Object value) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Takes a key or list element out; nothing happens where it is not there. */
	public void remove(String dottedPath) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** The text of the file as it would be saved. */
	public String preview() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Saves in one step, with the permissions that the file had.
	 *
	 * @throws BenchException if the file was changed by someone else since it was opened, or cannot be written
	 */
	public void save() throws BenchException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Writes a new file {@code NAME.yaml}.
	 *
	 * @throws BenchException if the name is none for a board, or the file exists
	 */
	public static Path create(Path benchFolder, String name, String text) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** The text of a board file with one node. */
	public static String render(String name, String description, String node, String type, Map<String, Object> config) {
		throw new UnsupportedOperationException();
	}
}
