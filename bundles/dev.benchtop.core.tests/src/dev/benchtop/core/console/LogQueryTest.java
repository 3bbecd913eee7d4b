package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.benchtop.core.console.LogQuery.Span;

class LogQueryTest {

	@Test
	void allPlacesAreFoundAndEmptyOnesAreNone() {
		assertEquals(List.of(new Span(0, 2), new Span(3, 5)), LogQuery.of("a+", true, true).in("aaAaa"));
		assertEquals(List.of(new Span(1, 2)), LogQuery.of("b*", true, true).in("abc"));
		assertEquals(List.of(), LogQuery.of("x", false, false).in("abc"));
	}

	@Test
	@Timeout(60)
	void aPatternThatTriesOneWayAfterTheOtherComesToAnEnd() {
		assertEquals(List.of(), LogQuery.of("(a+)+b", true, true).in("a".repeat(40) + 'c'));
		assertEquals(List.of(new Span(0, 1)), LogQuery.of("x|(a+)+b", true, true).in('x' + "a".repeat(40) + 'c'));
	}

	@Test
	void aPatternThatGoesTooDeepFindsNothing() {
		assertEquals(List.of(), LogQuery.of("(a|b)*c", true, true).in("ab".repeat(50_000)));
	}
}
