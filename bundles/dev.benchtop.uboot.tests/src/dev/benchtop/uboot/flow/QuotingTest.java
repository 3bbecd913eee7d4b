package dev.benchtop.uboot.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.uboot.dialogue.Quoting;

class QuotingTest {

	@ParameterizedTest
	@ValueSource(strings = {"plain", "two words", "it's", "\"quoted\"", "$HOME and $(id)", "a;b|c&d>e<f", "back\\slash", "end\\", "\\", "''", "'; id; '", "`id`", "*?[a]{b}!~#%^", "-n", " "})
	void everyValueIsOneWordAndItself(String value) throws Exception {
		final var words = new ArrayList<List<String>>();
		Hush.parse("setenv a " + Quoting.uboot(value) + "; echo end", () -> "0", name -> "expanded").forEach(words::add);
		assertEquals(List.of(List.of("setenv", "a", value), List.of("echo", "end")), words);

		final var process = new ProcessBuilder("sh", "-c", "printf '%s' " + Quoting.shell(value)).start();
		assertEquals(value, new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = {"a\nb", "a\rb", "a\tb", "\u0003", "\u001b[A", "\u007f"})
	void whatTheLineWouldTakeForAKeyIsRefused(String value) {
		final var refusal = assertThrows(BenchException.class, () -> Quoting.uboot(value));
		assertEquals(BenchException.Kind.USAGE, refusal.kind());
		assertFalse(refusal.getMessage().contains(value));
		assertThrows(BenchException.class, () -> Quoting.shell(value));
	}
}
