package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFilterTest {

	private final QueryFilter filter = new QueryFilter();

	@ParameterizedTest
	@CsvSource({"a^[[6nb, ab", "a^[[5nb, ab", "^[[6n^[[6nx, x", "^[^[[6nx, ^[x", "^[[6^[[5nx, ^[[6x"})
	void takesQueriesOut(String said, String shown) {
		assertEquals(escaped(shown), through(escaped(said)));
	}

	@ParameterizedTest
	@ValueSource(strings = {"plain", "^[[6m", "^[[0n", "^[[2J^[[H", "^[]0;title\u0007", "^[[65n", "^[(B", "[6n"})
	void leavesEverythingElse(String said) {
		assertEquals(escaped(said), through(escaped(said)));
	}

	@Test
	void aQueryInPiecesIsOneToo() {
		final var shown = new StringBuilder();
		for (final char next : escaped("one^[[6ntwo^[[31mthree^[[5n").toCharArray()) {
			shown.append(through(String.valueOf(next)));
		}
		assertEquals(escaped("onetwo^[[31mthree"), shown.toString());
	}

	@Test
	void whatNeverEndedIsGivenBackOnce() {
		assertEquals("text", through(escaped("text^[[6")));
		assertEquals(escaped("^[[6"), new String(filter.rest(), StandardCharsets.ISO_8859_1));
		assertEquals(0, filter.rest().length);
		assertEquals("n", through("n"));
	}

	private String through(String said) {
		return new String(filter.filter(said.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
	}

	private static String escaped(String text) {
		return text.replace("^[", "\u001b");
	}
}
