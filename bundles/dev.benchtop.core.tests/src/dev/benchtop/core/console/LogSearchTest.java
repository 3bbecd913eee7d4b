package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.console.LogSearch.Hit;

class LogSearchTest {

	@TempDir
	private Path folder;
	private Path log;
	private LogText text;

	@BeforeEach
	void open() {
		log = folder.resolve("console.log");
		text = new LogText(log);
	}

	@AfterEach
	void close() {
		text.close();
	}

	@ParameterizedTest
	@ValueSource(strings = {"needle", "e+d", "Ne.dle", "[0-9]{3}\\b", "o", "line 1.*needle", "\u00e9t", "(x|needle) ?$", "\\s\\S+dle", "needle|\\d{3}7\\b",
			"(?:line|[Nn]ee)[ d]", "[e\u00e9]{2,3}", "\\d\\u240dn.", "(?<=\\d )[n\u00e9]\\w+", "(?i)[^a-m ]+E", "\\p{Lu}.{3,}?\\x65", "([0-4])\\1", "\\w{50,}", "[]7]{2,}",
			"(?<n>9){2,}|\\t", "\u00e9.\u00e9 ?", "\\0671|\\0407", "(\\d)\\1{2}", "(?<n>e).\\k<n>", "\\Qneedle\\E{1}", "|needle", "7*", "(n)(e)e\\210*d",
			"needle$", "dle$|^\\W"})
	void itFindsWhatALookAtEveryLineFinds(String pattern) throws IOException {
		final var random = new Random(pattern.hashCode());
		final var said = new StringBuilder();
		for (int i = 0; i < 3_000; i++) {
			said.append("line ").append(i);
			if (random.nextInt(20) == 0) {
				said.append(random.nextBoolean() ? " needle" : " \u001b[1mNee\u001b[0mdle \u00e9t\u00e9");
			}
			if (random.nextInt(40) == 0) {
				said.append(List.of("\rneedle", "\u001b\u00e9edle", "xx\b\bnee\bdle", "\u001b]title\u0007dle", "\r\u001b[K", " 77777\u001b").get(random.nextInt(6)));
			}
			said.append(random.nextInt(50) == 0 ? "\n" : "\r\n");
		}
		say(said.toString());
		text.refresh();
		for (final boolean matchCase : new boolean[] {true, false}) {
			final var expected = new ArrayList<Hit>();
			for (final String line : LogTextTest.all(text)) {
				final var matcher = Pattern.compile(pattern, matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(line);
				final long number = Long.parseLong(line.replaceAll("line (\\d+).*", "$1"));
				while (matcher.find()) {
					if (matcher.end() > matcher.start()) {
						expected.add(new Hit(number, matcher.start(), matcher.end()));
					}
				}
			}
			for (final long from : new long[] {0, 31, 32, 1_700, 2_999, 9_000}) {
				assertEquals(expected, hits(search(LogQuery.of(pattern, true, matchCase), from)), () -> "from " + from);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"ab{2}a", "b[^\\x00-\\x7f]", "(a|mb)+\\[a", "^\\w\\W\\w\\W$", "\\]b.\\[", "[am].{9}\\[", "\u240d[^\\w\\W]?\u00e9|\ufffd", "(a.)\\1b"})
	void whateverItIsThatCame(String pattern) throws IOException {
		final byte[][] pieces = Stream.of("a", "b", "m", "ab", "[", "]", "\r", "\n", "\n", "\r\n", "\u00e9", "\u001b[1;3", "\u001b[m", "\u001b]", "\u001b ", "\u0007", "\b", "\u001b")
				.map(piece -> piece.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
		final var random = new Random(pattern.hashCode());
		final var said = new ByteArrayOutputStream();
		while (said.size() < 600_000) {
			switch (random.nextInt(2_000)) {
				case 0 -> said.writeBytes("ab\u00e9m".repeat(random.nextInt(9_000)).getBytes(StandardCharsets.UTF_8));
				case 1 -> said.write(0x80 | random.nextInt(0x80));
				default -> said.writeBytes(pieces[random.nextInt(pieces.length)]);
			}
		}
		Files.write(log, said.toByteArray());
		text.refresh();
		final var lines = LogTextTest.all(text);
		final LogQuery query = LogQuery.of(pattern, true, true);
		final var expected = new ArrayList<Hit>();
		for (int i = 0; i < lines.size(); i++) {
			final int number = i;
			query.in(lines.get(i)).forEach(span -> expected.add(new Hit(number, span.start(), span.end())));
		}
		assertFalse(expected.isEmpty());
		assertEquals(expected, hits(search(query, lines.size() / 3)));
	}

	@Test
	void aPlainTextIsNoPattern() throws IOException {
		say("a.b\naxb\n");
		text.refresh();
		assertEquals(List.of(new Hit(0, 0, 3)), hits(search(LogQuery.of("A.b", false, false), 0)));
		assertThrows(PatternSyntaxException.class, () -> LogQuery.of("(", true, true));
		say("a (?i) b\n");
		text.refresh();
		assertEquals(List.of(new Hit(2, 2, 6)), hits(search(LogQuery.of("(?i)", false, false), 0)));
		assertEquals(List.of(new Hit(2, 2, 8)), hits(search(LogQuery.of("(?i) B", false, false), 0)));
	}

	@Test
	void aSearchFromTheEndEndsThoughTheLastLineMayGrow() throws IOException {
		say("hit\nhit");
		text.refresh();
		final var search = search(LogQuery.of("hit", false, true), 2);
		assertEquals(List.of(new Hit(0, 0, 3), new Hit(1, 0, 3)), hits(search));
		say("hit\n");
		text.refresh();
		finish(search);
		assertEquals(3, search.count());
	}

	@Test
	void behindALineOfTheGreatestLengthIsTheNextOne() throws IOException {
		say("\n" + "o".repeat(LogPart.LONGEST - 1) + "xo\n");
		text.refresh();
		final var search = search(LogQuery.of("o", false, true), 0);
		assertEquals(LogPart.LONGEST, search.count());
		assertEquals(LogPart.LONGEST - 1, search.before(1, LogPart.LONGEST));
	}

	@Test
	void whatIsBehindTheLineComesFirst() throws IOException {
		say("hit\n".repeat(100));
		text.refresh();
		final var search = new LogSearch(text, LogQuery.of("hit", false, true), 60);
		search.step();
		assertEquals(new Hit(60, 0, 3), search.hit(0).orElseThrow());
		while (search.step()) {
			continue;
		}
		assertEquals(100, search.count());
		assertEquals(60, search.before(60, 0));
		assertEquals(61, search.before(60, 1));
		assertEquals(10, search.before(10, 0));
		assertTrue(search.any(99, 100));
		assertFalse(search.any(100, 200));
	}

	@Test
	void whatIsAddedIsSearchedToo() throws IOException {
		say("one\nlog");
		text.refresh();
		final var search = search(LogQuery.of("login", false, true), 0);
		assertEquals(0, search.count());
		assertFalse(search.step());
		say("in: login: ");
		text.refresh();
		assertFalse(search.step());
		assertEquals(2, search.count());
		say("\n" + "login\n".repeat(40));
		text.refresh();
		finish(search);
		assertEquals(42, search.count());
		assertEquals(new Hit(41, 0, 5), search.hit(41).orElseThrow());
	}

	@Test
	void inAMillionLinesItComesAtOnce() throws IOException {
		final String line = "[  123.456789] usb 1-1.4: new high-speed USB device number 5 using xhci_hcd\r\n";
		final String many = line.repeat(10_000);
		for (int i = 0; i < 100; i++) {
			say(many);
		}
		say("[  999.000000] Kernel panic - not syncing: VFS at 0xdeadbeef\r\n");
		text.refresh();
		assertEquals(1_000_001, text.endLine());
		for (final LogQuery query : List.of(LogQuery.of("kernel panic", false, false), LogQuery.of("panic.*0x[0-9a-f]{8}$", true, true))) {
			long best = Long.MAX_VALUE;
			for (int i = 0; i < 20 && best > 100_000_000; i++) {
				final long begin = System.nanoTime();
				final var search = new LogSearch(text, query, 0);
				while (search.count() == 0) {
					assertTrue(search.step() || search.count() > 0);
				}
				best = Math.min(best, System.nanoTime() - begin);
				assertEquals(1_000_000, search.hit(0).orElseThrow().line());
			}
			final long nanos = best;
			System.getLogger(LogSearchTest.class.getName()).log(System.Logger.Level.INFO, () -> "The last of a million lines found in " + nanos / 1000 + " us");
		}
		final var all = search(LogQuery.of("device number \\d", true, false), 500_000);
		assertEquals(LogSearch.MOST, all.count());
		assertTrue(all.full());
	}

	private LogSearch search(LogQuery query, long from) throws IOException {
		final var search = new LogSearch(text, query, from);
		finish(search);
		return search;
	}

	private static void finish(LogSearch search) throws IOException {
		while (search.step()) {
			continue;
		}
	}

	private static List<Hit> hits(LogSearch search) throws IOException {
		final var hits = new ArrayList<Hit>();
		for (int i = 0; i < search.count(); i++) {
			hits.add(search.hit(i).orElseThrow());
		}
		return hits;
	}

	private void say(String words) throws IOException {
		Files.writeString(log, words, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}
}
