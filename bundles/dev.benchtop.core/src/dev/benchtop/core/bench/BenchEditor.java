package dev.benchtop.core.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.internal.bench.Names;
import dev.benchtop.core.internal.yaml.ValueWriter;
import dev.benchtop.core.internal.yaml.Yaml;
import dev.benchtop.core.internal.yaml.YamlPatch;

/**
 * Changes a bench file at the places that are meant: comments, order, style and unknown keys stay.
 * Places are dotted paths from the top of the file: {@code export.machine.config.mem}; elements of lists go by number.
 * Not thread-safe.
 */
public final class BenchEditor {

	private static final String BOM = "\uFEFF"; //$NON-NLS-1$

	private final Path file;
	private final YamlPatch patch;
	private final String mark;
	private byte[] saved;

	private BenchEditor(Path file, byte[] saved, String mark, YamlPatch patch) {
		this.file = file;
		this.saved = saved;
		this.mark = mark;
		this.patch = patch;
	}

	/**
	 * Reads a file for changing it.
	 *
	 * @throws BenchException if it cannot be read or is not YAML
	 */
	public static BenchEditor open(Path file) throws BenchException {
		try {
			final var real = file.toRealPath();
			final byte[] bytes = Files.readAllBytes(real);
			final String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			final String mark = text.startsWith(BOM) ? BOM : ""; //$NON-NLS-1$
			return new BenchEditor(real, bytes, mark, new YamlPatch(text.substring(mark.length())));
		} catch (CharacterCodingException e) {
			throw BenchException.usage(Messages.BenchEditor_notYaml).where(file.toString()).why(Messages.BenchEditor_notUtf8).build();
		} catch (IOException e) {
			throw BenchException.failed(Messages.BenchEditor_cannotRead).where(file.toString()).why(e).build();
		} catch (Yaml.SyntaxException e) {
			throw BenchException.usage(Messages.BenchEditor_notYaml).where(file + ":" + e.line()).why(e).build(); //$NON-NLS-1$
		}
	}

	/** The value at a place: texts as they are written (of every kind of scalar), lists of such values, and maps to such values. */
	public Optional<Object> get(String dottedPath) {
		return patch.get(path(dottedPath));
	}

	/**
	 * Puts a value at a place; what is missing on the way there is made, and what is not changed by it stays as it is written.
	 *
	 * @param value text, number, boolean, size, duration, path, enum constant, or lists and maps of them; null takes it out
	 * @throws BenchException if the text cannot be changed at that place
	 */
	public void set(String dottedPath, Object value) throws BenchException {
		if (value == null) {
			remove(dottedPath);
			return;
		}
		try {
			patch.set(path(dottedPath), value);
		} catch (YamlPatch.RefusedException e) {
			throw refused(dottedPath, e);
		}
	}

	/**
	 * Takes a key or list element out; nothing happens where it is not there.
	 *
	 * @throws BenchException if the text cannot be changed at that place
	 */
	public void remove(String dottedPath) throws BenchException {
		try {
			patch.remove(path(dottedPath));
		} catch (YamlPatch.RefusedException e) {
			throw refused(dottedPath, e);
		}
	}

	private BenchException refused(String dottedPath, YamlPatch.RefusedException e) {
		return BenchException.failed(e.getMessage()).where(file + ": " + dottedPath).build(); //$NON-NLS-1$
	}

	private static List<String> path(String dotted) {
		return dotted.isEmpty() ? List.of() : List.of(dotted.split("\\.")); //$NON-NLS-1$
	}

	/** The text of the file as it would be saved. */
	public String preview() {
		return patch.text();
	}

	/**
	 * Saves in one step, with the permissions that the file had.
	 *
	 * @throws BenchException if the file was changed by someone else since it was opened, or cannot be written
	 */
	public void save() throws BenchException {
		final byte[] bytes = (mark + patch.text()).getBytes(StandardCharsets.UTF_8);
		final var part = file.resolveSibling("." + file.getFileName() + ".part"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			if (!Arrays.equals(Files.readAllBytes(file), saved)) {
				throw BenchException.failed(Messages.BenchEditor_changed).where(file.toString()).next(Messages.BenchEditor_changedNext).build();
			}
			if (!Arrays.equals(bytes, saved)) {
				write(part, bytes);
				saved = bytes;
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.BenchEditor_cannotSave).where(file.toString()).why(e).build();
		}
	}

	private void write(Path part, byte[] bytes) throws IOException {
		try {
			Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
			try (var channel = Files.newByteChannel(part, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC)) {
				final var buffer = ByteBuffer.wrap(bytes);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	/**
	 * Writes a new file {@code NAME.yaml}.
	 *
	 * @throws BenchException if the name is none for a board, or the file exists
	 */
	public static Path create(Path benchFolder, String name, String text) throws BenchException {
		if (!Names.isBoard(name)) {
			throw BenchException.usage(NLS.bind(Messages.BenchEditor_badName, name)).build();
		}
		final var file = benchFolder.resolve(name + ".yaml"); //$NON-NLS-1$
		try {
			return Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		} catch (FileAlreadyExistsException e) {
			throw BenchException.usage(NLS.bind(Messages.BenchEditor_exists, file.getFileName())).where(benchFolder.toString()).build();
		} catch (IOException e) {
			throw BenchException.failed(Messages.BenchEditor_cannotSave).where(file.toString()).why(e).build();
		}
	}

	/** The text of a board file with one node; an empty description or configuration is left out. */
	public static String render(String name, String description, String node, String type, Map<String, Object> config) {
		return render(name, description, Map.of(node, driver(type, config)));
	}

	/** The text of a board file with several nodes, by name and as they are written in a bench file; an empty description is left out. */
	public static String render(String name, String description, Map<String, Object> nodes) {
		return file("Board", name, description, "export", nodes); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The text of the file of a storage; an empty description or configuration is left out. */
	public static String renderStorage(String name, String description, String type, Map<String, Object> config) {
		return file("Storage", name, description, "storage", driver(type, config)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** A node as it is written in a bench file; an empty configuration is left out. */
	public static Map<String, Object> driver(String type, Map<String, Object> config) {
		final Map<String, Object> driver = new LinkedHashMap<>();
		driver.put("type", type); //$NON-NLS-1$
		if (!config.isEmpty()) {
			driver.put("config", config); //$NON-NLS-1$
		}
		return driver;
	}

	private static String file(String kind, String name, String description, String key, Map<String, Object> content) {
		final Map<String, Object> file = new LinkedHashMap<>();
		file.put("apiVersion", "benchtop.dev/v1"); //$NON-NLS-1$ //$NON-NLS-2$
		file.put("kind", kind); //$NON-NLS-1$
		file.put("metadata", Map.of("name", name)); //$NON-NLS-1$ //$NON-NLS-2$
		if (!description.isBlank()) {
			file.put("description", description); //$NON-NLS-1$
		}
		file.put(key, content);
		return new ValueWriter("\n", true).entries(file, 0) + '\n'; //$NON-NLS-1$
	}
}
