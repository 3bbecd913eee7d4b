package dev.benchtop.ui.console.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;

class ConsoleBookTest {

	private static final ConsoleBook BOOK = new ConsoleBook(
			List.of(new Macro("Stop", "", List.of(new Step("autoboot", 10, " ", false), new Step("=> ", 5, "printenv", true))), new Macro("Reset", "rpi4", List.of())),
			List.of(new Trigger("panic|Oops", "", true, true), new Trigger("login:", "rpi4", false, false), new Trigger("(", "", true, false)));

	@TempDir
	private Path folder;

	@Test
	void whatIsWrittenIsRead() throws BenchException {
		final Object before = ConsoleBook.stamp(folder);
		BOOK.write(folder);
		assertEquals(BOOK, ConsoleBook.read(folder));
		assertNotEquals(before, ConsoleBook.stamp(folder));
	}

	@Test
	void aFolderWithoutABookHasAnEmptyOne() throws BenchException {
		assertEquals(new ConsoleBook(List.of(), List.of()), ConsoleBook.read(folder));
	}

	@Test
	void whatIsLeftOutHasItsUsualValue() throws Exception {
		Files.writeString(folder.resolve(ConsoleBook.NAME), "{\"macros\": [{\"name\": \"x\", \"steps\": [{\"send\": \"ls\", \"enter\": true}]}]}");
		final var read = ConsoleBook.read(folder);
		assertEquals(List.of(new Macro("x", "", List.of(new Step("", 30, "ls", true)))), read.macros());
		assertEquals(List.of(), read.triggers());
	}

	@Test
	void aBookThatIsBrokenIsNamed() throws Exception {
		Files.writeString(folder.resolve(ConsoleBook.NAME), "{\"macros\": [");
		final var error = assertThrows(BenchException.class, () -> ConsoleBook.read(folder));
		assertTrue(error.getMessage().contains(ConsoleBook.NAME), error.getMessage());
	}

	@Test
	void aBoardHasItsOwnAndThoseOfAll() {
		assertEquals(List.of("Stop", "Reset"), BOOK.macros("rpi4").stream().map(Macro::name).toList());
		assertEquals(List.of("Stop"), BOOK.macros("other").stream().map(Macro::name).toList());
		assertEquals(List.of("panic|Oops", "login:"), BOOK.triggers("rpi4").stream().map(Trigger::pattern).toList());
		assertEquals(List.of("panic|Oops"), BOOK.triggers("other").stream().map(Trigger::pattern).toList());
	}
}
