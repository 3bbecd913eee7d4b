package dev.benchtop.uboot.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;

/** What goes wrong on a board, where it is said and how, and what trying again mends. */
class FaultsTest {

	private static final int ALWAYS = 1000;

	@TempDir
	private Path folder;
	private FakeDesk desk;
	private Path image;
	private byte[] content;

	@BeforeEach
	void anImage() throws Exception {
		desk = new FakeDesk(folder);
		content = new byte[(3 << 20) + 512];
		new Random(1).nextBytes(content);
		image = Files.write(folder.resolve("image.img"), content);
	}

	@AfterEach
	void close() {
		desk.close();
	}

	private FlashReport flash(String config) throws Exception {
		return desk.flasher(Configs.with(config)).flash(desk.request(image), Progress.none());
	}

	private void assertOnDisk() throws Exception {
		assertArrayEquals(content, Arrays.copyOf(Files.readAllBytes(desk.disk()), content.length));
	}

	@Test
	void aBoardIsFlashedAndVerifiedAndSwitchedOff() throws Exception {
		final FlashReport report = flash("");
		assertEquals("", report.failure().map(BenchException::getMessage).orElse(""));
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertEquals(content.length, report.bytes());
		assertOnDisk();
		assertEquals(Power.State.OFF, desk.hardware().state());
		assertEquals(1, desk.hardware().boots());
	}

	@ParameterizedTest
	@CsvSource({
			"NO_POWER, Power, The relay does not answer",
			"AUTOBOOT_MISSED, Stop U-Boot, U-Boot was not stopped before it booted the board",
			"NO_LINK, Network of U-Boot, The board's network has no link",
			"NO_DHCP, Network of U-Boot, No DHCP server answered",
			"TFTP_MISSING, Load the flasher, whoever answers there has no such file",
			"TFTP_TIMEOUT, Load the flasher, The board asked 127.0.0.1:69 and got no answer",
			"TFTP_SHORT, Load the flasher, U-Boot got another length of data/kernel than it has",
			"BAD_KERNEL, Boot the flasher, U-Boot could not boot what it had loaded",
			"PANIC, Boot the flasher, The kernel of the flasher bundle stopped with a panic",
			"RESTART, Boot the flasher, The board restarted while it booted",
			"LOGIN_REFUSED, Log in, The system refused the login of root",
			"NO_DISK, Find the target, No block device found for address 4fb0000",
	})
	void whatGoesWrongBeforeTheFirstByteLeavesTheTarget(Fault fault, String stage, String words) throws Exception {
		desk.hardware().fails(fault, ALWAYS);
		final FlashReport report = flash("retries: 0\nnetwork: {dhcp_pause: 1ms}");
		final BenchException failure = report.failure().orElseThrow();
		assertTrue(failure.what().startsWith(stage + ": "), failure.getMessage());
		assertTrue(failure.getMessage().contains(words), failure.getMessage());
		assertTrue(failure.next().orElse("").contains("The target still holds what it held before. The board is off."), failure.getMessage());
		assertEquals(Outcome.UNCHANGED, report.outcome());
		assertArrayEquals(new byte[content.length], Arrays.copyOf(Files.readAllBytes(desk.disk()), content.length));
		assertEquals(Power.State.OFF, desk.hardware().state());
	}

	@ParameterizedTest
	@CsvSource({"SILENT, The board said nothing within 1 s after power was switched on", "NO_PROMPT, The prompt of U-Boot (\"=>\") did not come within 1 s"})
	void aBoardThatDoesNotComeToUBootIsNotWaitedForForever(Fault fault, String words) throws Exception {
		desk.hardware().fails(fault, ALWAYS);
		final FlashReport report = desk.flasher(Configs.read(Configs.window("1s") + "retries: 0")).flash(desk.request(image), Progress.none());
		assertEquals("Stop U-Boot: " + words, report.failure().orElseThrow().what());
		assertEquals(Outcome.UNCHANGED, report.outcome());
		assertEquals(Power.State.OFF, desk.hardware().state());
	}

	@ParameterizedTest
	@EnumSource(names = {"SILENT", "NO_PROMPT"})
	void aBoardThatComesToUBootTheNextTimeIsFlashed(Fault fault) throws Exception {
		desk.hardware().fails(fault, 1);
		final FlashReport report = desk.flasher(Configs.read(Configs.window("2s") + "retries: 100")).flash(desk.request(image), Progress.none());
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertTrue(desk.hardware().boots() > 1);
		assertOnDisk();
	}

	@ParameterizedTest
	@CsvSource({
			"DD_ERROR, Write, The medium failed",
			"NO_SPACE, Write, The target is full: the image is larger than it",
			"WRONG_BYTES, Read back and compare, The target does not hold what was written",
	})
	void whatGoesWrongLaterLeavesTheTargetIncomplete(Fault fault, String stage, String words) throws Exception {
		desk.hardware().fails(fault, ALWAYS);
		final FlashReport report = flash("retries: 0");
		final BenchException failure = report.failure().orElseThrow();
		assertTrue(failure.what().startsWith(stage + ": "), failure.getMessage());
		assertTrue(failure.getMessage().contains(words), failure.getMessage());
		assertTrue(failure.next().orElse("").contains("neither its old content nor the whole image"), failure.getMessage());
		assertEquals(Outcome.INCOMPLETE, report.outcome());
	}

	@ParameterizedTest
	@CsvSource({"NO_POWER, 1", "AUTOBOOT_MISSED, 2", "NO_DHCP, 1", "TFTP_MISSING, 1", "TFTP_TIMEOUT, 1", "TFTP_SHORT, 1",
			"BAD_KERNEL, 2", "PANIC, 2", "RESTART, 2", "DD_ERROR, 1", "CONSOLE_DIES, 2"})
	void tryingAgainGoesOnFromTheStageThatFailed(Fault fault, int boots) throws Exception {
		desk.hardware().fails(fault, 1);
		final FlashReport report = flash("retries: 1");
		assertEquals("", report.failure().map(BenchException::getMessage).orElse(""));
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertOnDisk();
		assertEquals(boots, desk.hardware().boots());
	}

	@Test
	void dhcpThatFailsTwiceAndThenAnswersIsNoFailure() throws Exception {
		desk.hardware().fails(Fault.NO_DHCP, 2);
		final FlashReport report = flash("retries: 0\nnetwork: {dhcp_pause: 1ms}");
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertEquals(3, desk.hardware().commands().stream().filter("dhcp"::equals).count());
	}

	@Test
	void anImageThatIsCutInTheMiddleIsFetchedAgainFromTheSamePrompt() throws Exception {
		desk.cuts(1);
		final FlashReport report = flash("retries: 1");
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertEquals(1, desk.hardware().boots());
		assertOnDisk();
	}

	@Test
	void anImageThatIsAlwaysCutSaysSo() throws Exception {
		desk.cuts(ALWAYS);
		final FlashReport report = flash("retries: 1");
		final BenchException failure = report.failure().orElseThrow();
		assertTrue(failure.what().startsWith("Write: "), failure.getMessage());
		assertTrue(failure.getMessage().contains("The connection broke off in the middle of the image"), failure.getMessage());
		assertEquals(Outcome.INCOMPLETE, report.outcome());
	}

	@Test
	void theConsoleThatDiesIsNamedWhereItStaysDead() throws Exception {
		desk.hardware().fails(Fault.CONSOLE_DIES, ALWAYS);
		final FlashReport report = flash("retries: 0");
		assertTrue(report.failure().orElseThrow().what().startsWith("Write: "), report.failure().get().getMessage());
		assertEquals(Outcome.INCOMPLETE, report.outcome());
	}

	@Test
	void aWrongSumIsNotTriedAgain() throws Exception {
		desk.hardware().fails(Fault.WRONG_BYTES, 1);
		assertEquals(Outcome.INCOMPLETE, flash("retries: 3").outcome());
		assertEquals(1, desk.hardware().boots());
	}

	@Test
	void theLastLinesOfTheBoardAreInTheError() throws Exception {
		desk.hardware().fails(Fault.PANIC, ALWAYS);
		final String message = flash("retries: 0").failure().orElseThrow().getMessage();
		assertTrue(message.contains("Unable to mount root fs"), message);
		assertFalse(message.contains("password"), message);
	}
}
