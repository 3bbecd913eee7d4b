package dev.benchtop.ui.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FlashSettingsTest {

	private static final String DIGEST = "0123456789abcdef".repeat(4);

	private final FlashSettings settings = new FlashSettings().image("/images/x.img.xz").target(Orders.flasher("desk"), "root");

	@Test
	void theLineThatDoesTheSame() {
		assertEquals("benchtop flash desk/machine.flasher:root /images/x.img.xz", settings.commandLine());
	}

	@Test
	void whatIsNotTheDefaultIsInTheLine() {
		settings.verify(false);
		settings.sha256(' ' + DIGEST + '\n');
		assertEquals("benchtop flash desk/machine.flasher:root /images/x.img.xz --sha256 " + DIGEST + " --no-verify", settings.commandLine());
	}

	@Test
	void aPathWithBlanksAndQuotesIsOneWordOfAShell() {
		assertEquals("benchtop flash desk/machine.flasher:root '/images/it'\\''s mine.img'", settings.image("/images/it's mine.img").commandLine());
	}

	@Test
	void verifiesUnlessItIsToldNotTo() {
		assertTrue(settings.verify());
		assertTrue(settings.request().verify());
		assertTrue(settings.request().sha256().isEmpty());
	}

	@Test
	void isCompleteOnlyWhenTheImageWasLookedInto() {
		assertFalse(settings.complete());
		assertFalse(new FlashSettings().complete());
	}
}
