package dev.benchtop.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress.Phase;

class ProgressTest {

	private static final long SECOND = 1_000_000_000L;
	private static final int MEBI = 1 << 20;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
	private final Locale locale = Locale.getDefault();
	private long now;

	@BeforeEach
	void speakEnglish() {
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(locale);
	}

	private String printed() {
		final String text = bytes.toString(StandardCharsets.UTF_8);
		bytes.reset();
		return text;
	}

	@Test
	void theBarShowsPercentSpeedAndTimeLeft() {
		final var bar = new BarProgress(out, CancelToken.none(), () -> now);
		bar.begin(new Phase("write", "Write"), 100L * MEBI);
		printed();
		now += SECOND;
		bar.advance(25L * MEBI);
		assertEquals("\r\033[KWrite [#####---------------] 25 %  25.0 MiB of 100 MiB  25.0 MiB/s  0:03 left", printed());
	}

	@Test
	void theBarIsNotRedrawnForEveryByteAndNeverTooLong() {
		final var bar = new BarProgress(out, CancelToken.none(), () -> now);
		bar.begin(new Phase("write", "A phase with a name that is much longer than any phase has"), 1000L * MEBI);
		printed();
		bar.advance(MEBI);
		assertEquals("", printed());
		now += SECOND;
		bar.advance(MEBI);
		assertTrue(printed().replaceAll("\r\033\\[K", "").length() <= 79);
	}

	@Test
	void theBarLeavesALineOfWhatWasDone() {
		final var bar = new BarProgress(out, CancelToken.none(), () -> now);
		bar.begin(new Phase("wait", "Wait"), -1);
		now += SECOND / 2;
		bar.begin(new Phase("write", "Write"), 4L * MEBI);
		assertTrue(printed().contains("\r\033[KWait: 0.5 s" + System.lineSeparator()));
		bar.advance(4L * MEBI);
		now += 2 * SECOND;
		bar.end();
		assertTrue(printed().endsWith("\r\033[KWrite: 4.0 MiB of 4.0 MiB in 2.0 s, 2.0 MiB/s" + System.lineSeparator()));
	}

	@Test
	void aMessageStandsAboveTheBar() {
		final var bar = new BarProgress(out, CancelToken.none(), () -> now);
		bar.begin(new Phase("write", "Write"), 100);
		printed();
		bar.message("Hello");
		assertTrue(printed().startsWith("\r\033[KHello" + System.lineSeparator() + "\r\033[KWrite ["));
	}

	@Test
	void aPipeGetsALineForEachPhaseAndOneEveryTwoSeconds() {
		final var lines = new LineProgress(out, CancelToken.none(), () -> now);
		lines.begin(new Phase("write", "Write"), 100L * MEBI);
		for (int i = 0; i < 5; i++) {
			now += SECOND;
			lines.advance(10L * MEBI);
		}
		lines.begin(new Phase("verify", "Verify"), -1);
		assertEquals("""
				Write \u2026
				Write: 20 %, 20.0 MiB of 100 MiB, 10.0 MiB/s
				Write: 40 %, 40.0 MiB of 100 MiB, 10.0 MiB/s
				Verify \u2026
				""", printed());
	}
}
