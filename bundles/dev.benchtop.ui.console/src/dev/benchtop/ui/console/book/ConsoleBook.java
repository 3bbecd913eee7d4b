package dev.benchtop.ui.console.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;

/**
 * The macros and triggers of a bench, in the file {@value #NAME} of its folder, so that they go with it.
 *
 * @param macros in the order of their buttons
 * @param triggers in the order in which they are listed
 */
public record ConsoleBook(List<Macro> macros, List<Trigger> triggers) {

	/** The name of the file. */
	public static final String NAME = "consoles.json"; //$NON-NLS-1$

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	public ConsoleBook {
		macros = macros == null ? List.of() : macros.stream().filter(Objects::nonNull).toList();
		triggers = triggers == null ? List.of() : triggers.stream().filter(Objects::nonNull).toList();
	}

	/**
	 * Reads the book in a folder; empty where there is none.
	 *
	 * @throws BenchException if it cannot be read or understood
	 */
	public static ConsoleBook read(Path folder) throws BenchException {
		final Path file = folder.resolve(NAME);
		if (!Files.exists(file)) {
			return new ConsoleBook(List.of(), List.of());
		}
		try {
			final var book = GSON.fromJson(Files.readString(file), ConsoleBook.class);
			return book == null ? new ConsoleBook(List.of(), List.of()) : book;
		} catch (JsonParseException e) {
			throw BenchException.usage(Messages.ConsoleBook_broken).where(file.toString()).why(e.getMessage()).next(Messages.ConsoleBook_brokenNext).build();
		} catch (IOException e) {
			throw BenchException.failed(Messages.ConsoleBook_unread).where(file.toString()).why(e).build();
		}
	}

	/** Tells the book in a folder from what it was before. */
	public static Object stamp(Path folder) throws BenchException {
		final Path file = folder.resolve(NAME);
		try {
			return Files.exists(file) ? List.of(file, Files.getLastModifiedTime(file), Files.size(file)) : List.of(file);
		} catch (IOException e) {
			throw BenchException.failed(Messages.ConsoleBook_unread).where(file.toString()).why(e).build();
		}
	}

	/** Writes it, all at once. */
	public void write(Path folder) throws BenchException {
		final Path file = folder.resolve(NAME);
		try {
			Files.createDirectories(folder);
			PrivateFiles.replace(file, (GSON.toJson(this) + '\n').getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw BenchException.failed(Messages.ConsoleBook_unsaved).where(file.toString()).why(e).build();
		}
	}

	/** The macros for a board. */
	public List<Macro> macros(String board) {
		return macros.stream().filter(macro -> macro.board().isEmpty() || macro.board().equals(board)).toList();
	}

	/** The triggers for a board that can be looked for. */
	public List<Trigger> triggers(String board) {
		return triggers.stream().filter(trigger -> (trigger.board().isEmpty() || trigger.board().equals(board)) && !trigger.pattern().isEmpty()
				&& whyNoPattern(trigger.pattern()).isEmpty()).toList();
	}

	/** Why a text is no pattern; empty where it is one. */
	static String whyNoPattern(String text) {
		try {
			Pattern.compile(text);
			return ""; //$NON-NLS-1$
		} catch (PatternSyntaxException e) {
			return NLS.bind(Messages.ConsoleBook_noPattern, text, e.getDescription());
		}
	}
}
