package dev.benchtop.ui.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.Progress.Bottleneck;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.JournalEntry;
import dev.benchtop.core.flash.Outcome;

class FlashWordsTest {

	private static final Locale BEFORE = Locale.getDefault();

	@BeforeAll
	static void english() {
		Locale.setDefault(Locale.ROOT);
	}

	@AfterAll
	static void asItWas() {
		Locale.setDefault(BEFORE);
	}

	@ParameterizedTest
	@CsvSource({"0, 0:00", "400, 0:00", "59600, 1:00", "65000, 1:05", "3599000, 59:59", "3722000, 1:02:02"})
	void clock(long millis, String text) {
		assertEquals(text, FlashWords.clock(Duration.ofMillis(millis)));
	}

	@ParameterizedTest
	@CsvSource({"3240, 3.2 s", "59900, 59.9 s", "60000, 1:00"})
	void time(long millis, String text) {
		assertEquals(text, FlashWords.time(Duration.ofMillis(millis)));
	}

	@ParameterizedTest
	@CsvSource({"0, 0.0 MB/s", "1500000, 1.5 MB/s", "250000000, 250 MB/s"})
	void rate(double bytes, String text) {
		assertEquals(text, FlashWords.rate(bytes));
	}

	@ParameterizedTest
	@CsvSource({"/a/b/x.img.xz, x.img.xz", "x.img, x.img", "build:out/x.img, x.img", "https://host/x.img, x.img", "C:\\images\\x.img, x.img"})
	void fileName(String label, String name) {
		assertEquals(name, FlashWords.fileName(label));
	}

	@Test
	void titlesNameImageAndTarget() {
		assertEquals("Flashing x.img.xz on desk:root", FlashWords.title(Orders.flash("desk", "/images/x.img.xz")));
		assertEquals("Dumping desk:root to out.img", FlashWords.title(Orders.dump("desk", "/tmp/out.img")));
	}

	@Test
	void bottlenecks() {
		assertEquals("", FlashWords.bottleneck(Optional.empty()));
		for (final var bottleneck : Bottleneck.values()) {
			assertEquals("limited by ", FlashWords.bottleneck(Optional.of(bottleneck)).substring(0, 11));
		}
	}

	@Test
	void aFlashOfThePast() {
		assertEquals("Flashed and verified: 1.0 MiB in 2.0 s", FlashWords.result(entry(Outcome.VERIFIED, false, false, false, Optional.empty())));
		assertEquals("Flashed, not verified: 1.0 MiB in 2.0 s", FlashWords.result(entry(Outcome.WRITTEN, false, false, false, Optional.empty())));
		assertEquals("Dumped 1.0 MiB in 2.0 s", FlashWords.result(entry(Outcome.VERIFIED, true, false, false, Optional.empty())));
		assertEquals("No space left", FlashWords.result(entry(Outcome.UNCHANGED, false, false, false, Optional.of("No space left"))));
		assertEquals("Flashing x.img on desk:root was interrupted during \u201cWrite\u201d",
				FlashWords.result(entry(Outcome.INCOMPLETE, false, true, false, Optional.empty())));
		assertEquals("Running in benchtop flash (process 4711)", FlashWords.result(entry(Outcome.UNCHANGED, false, false, true, Optional.empty())));
	}

	private static JournalEntry entry(Outcome outcome, boolean dump, boolean interrupted, boolean running, Optional<String> failure) {
		return new JournalEntry(Path.of("journal"), "desk", "machine.flasher", "root", "disk", "/images/x.img", OptionalLong.empty(), dump, Instant.EPOCH,
				"benchtop flash", 4711, Optional.of(new Phase("write", "Write")), 1 << 20, OptionalLong.of(1 << 20), outcome, interrupted, running,
				Optional.empty(), Optional.of(Duration.ofSeconds(2)), failure);
	}
}
