package dev.benchtop.ui.console.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardStreamTest {

	private final StringBuilder typed = new StringBuilder();
	private final StringBuilder answered = new StringBuilder();
	// no display: every thread without one counts as its own
	private final KeyboardStream stream = new KeyboardStream(null, bytes -> typed.append(new String(bytes, StandardCharsets.ISO_8859_1)),
			bytes -> answered.append(new String(bytes, StandardCharsets.ISO_8859_1)));

	@ParameterizedTest
	@CsvSource({"'a\nb', 'a\rb'", "'a\r\nb\r\n', 'a\rb\r'", "'a\rb', 'a\rb'", "'\n\n', '\r\r'"})
	void linesOfAPasteEndAsTheEnterKeyEndsThem(String pasted, String sent) {
		final byte[] bytes = pasted.getBytes(StandardCharsets.ISO_8859_1);
		stream.write(bytes, 0, bytes.length);
		assertEquals(sent, typed.toString());
		assertEquals("", answered.toString());
	}

	@Test
	void aKeyIsSentAsItIs() {
		stream.write('\n');
		stream.write(0x1b);
		assertEquals("\n\u001b", typed.toString());
	}

	@Test
	void onlyTheWrittenPartIsSent() {
		stream.write("xabcx".getBytes(StandardCharsets.ISO_8859_1), 1, 3);
		assertEquals("abc", typed.toString());
	}
}
