package dev.benchtop.ui.console.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.console.LogText;

class LogSelectionTest {

	@TempDir
	private Path folder;

	@Test
	void whatIsBetweenTwoPlacesIsCopied() throws IOException {
		assertEquals("cond\r\n\tthi".replace("\r", ""), copied(1, 2, 2, 4));
		assertEquals("cond\n\tthi", copied(2, 4, 1, 2));
		assertEquals("irs", copied(0, 1, 0, 4));
		assertEquals("", copied(1, 1, 1, 1));
	}

	@Test
	void allOfItHasNoColours() throws IOException {
		assertEquals("first\nsecond\n\tthird", copied(0, 0, 2, Integer.MAX_VALUE));
	}

	@Test
	void whatStandsBeforeALineIsCopiedToo() throws IOException {
		try (var text = text()) {
			assertEquals("0 rst\n1 second\n2 ", selection(0, 2, 2, 0).text(text, line -> line.number() + " "));
		}
	}

	@Test
	void aLineKnowsWhatOfItIsSelected() {
		final var selection = selection(1, 3, 3, 2);
		assertTrue(selection.from(0, 10) >= selection.to(0, 10));
		assertEquals(3, selection.from(1, 10));
		assertEquals(11, selection.to(1, 10), "the end of the line is not selected");
		assertEquals(0, selection.from(2, 10));
		assertEquals(2, selection.to(3, 10));
		assertTrue(selection.from(4, 10) >= selection.to(4, 10));
	}

	private String copied(long fromLine, int fromColumn, long toLine, int toColumn) throws IOException {
		try (var text = text()) {
			return selection(fromLine, fromColumn, toLine, toColumn).text(text, _ -> "");
		}
	}

	private LogText text() throws IOException {
		final Path log = Files.writeString(folder.resolve("console.log"), "\u001b[31mfirst\u001b[0m\r\nsecond\r\n\tthird\r\n");
		final var text = new LogText(log);
		text.refresh();
		return text;
	}

	private static LogSelection selection(long fromLine, int fromColumn, long toLine, int toColumn) {
		return new LogSelection(new LogPosition(fromLine, fromColumn), new LogPosition(toLine, toColumn));
	}
}
