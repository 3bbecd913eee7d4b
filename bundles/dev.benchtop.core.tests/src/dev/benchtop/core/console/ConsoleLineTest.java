package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;

class ConsoleLineTest {

	private static final String PART = "console:serial";

	@TempDir
	Path folder;

	private final FakeDevice device = new FakeDevice();
	private BoardLock lock;
	private ConsoleLine line;

	@BeforeEach
	void open() {
		lock = BoardLocks.of(folder.resolve("board"));
		line = new ConsoleLine("serial", device, log(), lock, PART, 4096, 1 << 20);
	}

	@AfterEach
	void close() {
		line.close();
	}

	private Path log() {
		return folder.resolve("board/logs/serial.log");
	}

	private Recorder attach() {
		final var recorder = new Recorder();
		line.attach(recorder);
		return recorder;
	}

	private String logged() throws IOException {
		return Files.readString(log(), StandardCharsets.ISO_8859_1);
	}

	@Test
	void aNewReaderIsReplayedAndThenStreamed() throws Exception {
		final var first = attach();
		line.open();
		device.say("U-Boot 2023.01\n");
		first.await("2023.01\n");
		final var second = attach();
		second.await("U-Boot 2023.01\n<live>");
		device.say("=> ");
		second.await("=> ");
		first.await("=> ");
		assertEquals("<live><OPEN>U-Boot 2023.01\n=> ", first.story());
		assertEquals("U-Boot 2023.01\n<live>=> ", second.story());
		assertEquals(0, first.replayed());
		assertEquals(15, second.replayed());
		assertEquals("U-Boot 2023.01\n=> ", logged());
		assertEquals(18, line.position());
	}

	@Test
	void theLogIsPrivate() throws Exception {
		line.open();
		device.say("x");
		attach().await("x");
		for (final String file : List.of("serial.log", "serial.log.times")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log().resolveSibling(file))));
		}
	}

	@Test
	void aClearedBufferIsNotReplayedButLogged() throws Exception {
		line.open();
		device.say("old");
		attach().await("old");
		line.clear();
		final var reader = attach();
		reader.await("<live>");
		device.say("new");
		reader.await("new");
		assertEquals("<live>new", reader.story());
		assertEquals("oldnew", logged());
	}

	@Test
	void aReaderMayBeginAtAnyPlace() throws Exception {
		line.open();
		final var first = attach();
		device.say("before ");
		first.await("before ");
		final long place = line.position();
		device.say("after");
		first.await("after");
		final var reader = new Recorder();
		line.attach(reader, place);
		reader.await("after<live>");
		assertEquals("after<live>", reader.story());
		final var all = new Recorder();
		line.clear();
		line.attach(all, 0);
		all.await("before after<live>");
	}

	@RepeatedTest(20)
	void readersAttachedInTheMiddleSeeNoGapAndNoOverlap() throws Exception {
		line.open();
		final var expected = new byte[300_000];
		new Random(7).nextBytes(expected);
		final var readers = new ArrayList<Recorder>();
		readers.add(attach());
		for (int at = 0; at < expected.length; at += 1000) {
			device.say(java.util.Arrays.copyOfRange(expected, at, at + 1000));
			if (at % 30_000 == 0) {
				readers.add(attach());
			}
		}
		readers.getFirst().awaitLength(expected.length);
		assertArrayEquals(expected, readers.getFirst().bytes());
		for (final var reader : readers) {
			final byte[] last = java.util.Arrays.copyOfRange(expected, expected.length - 10, expected.length);
			reader.await(story -> story.contains(new String(last, StandardCharsets.ISO_8859_1)), "the last bytes");
			final byte[] got = reader.bytes();
			assertArrayEquals(java.util.Arrays.copyOfRange(expected, expected.length - got.length, expected.length), got);
		}
		assertArrayEquals(expected, Files.readAllBytes(log()));
	}

	@RepeatedTest(20)
	void aSlowReaderMissesNothingAndDelaysNobody() throws Exception {
		line.open();
		final var gate = new CountDownLatch(1);
		final var slow = new Recorder() {
			@Override
			public void received(byte[] chunk, boolean replay) {
				try {
					gate.await();
				} catch (InterruptedException e) {
					throw new IllegalStateException(e);
				}
				super.received(chunk, replay);
			}
		};
		line.attach(slow);
		final var quick = attach();
		final var expected = new byte[200_000];
		new Random(8).nextBytes(expected);
		for (int at = 0; at < expected.length; at += 1000) {
			device.say(java.util.Arrays.copyOfRange(expected, at, at + 1000));
		}
		quick.awaitLength(expected.length);
		assertEquals(0, slow.bytes().length);
		gate.countDown();
		slow.awaitLength(expected.length);
		assertArrayEquals(expected, slow.bytes());
		assertEquals(0, slow.replayed());
	}

	@Test
	void aListenerThatFailsHarmsNobody() throws Exception {
		line.open();
		line.attach((_, _) -> {
			throw new IllegalStateException("meant to be");
		});
		final var other = attach();
		device.say("x");
		device.say("y");
		other.await(told -> told.replace("<OPEN>", "").replace("<live>", "").equals("xy"), "xy");
	}

	@Test
	void aClosedAttachmentHearsNoMore() throws Exception {
		line.open();
		final var gone = new Recorder();
		final var attachment = line.attach(gone);
		device.say("x");
		gone.await("x");
		attachment.close();
		final var other = attach();
		device.say("y");
		other.await("y");
		assertFalse(gone.text().contains("y"));
	}

	@Test
	void aLostLineIsOpenedAgainByItself() throws Exception {
		final var reader = attach();
		line.open();
		device.say("one");
		reader.await("one");
		device.unplug(new IOException("ttyUSB0 is not there"));
		reader.await("<LOST ttyUSB0 is not there>");
		assertThrows(BenchException.class, () -> line.write(new byte[] { 1 }));
		device.plug();
		reader.await("there><OPEN>");
		device.say("two");
		reader.await("two");
		assertEquals("onetwo", logged());
	}

	@Test
	void aBoardThatIsOffIsNoFault() throws Exception {
		final var reader = attach();
		line.open();
		device.unplug(new LineOffException("The board is off"));
		reader.await("<CLOSED The board is off>");
		device.plug();
		reader.await("off><OPEN>");
	}

	@Test
	void openSaysWhyItCannotAndGoesOnTrying() {
		final var reader = attach();
		device.unplug(new IOException("ttyUSB0 is not there"));
		final var error = assertThrows(BenchException.class, line::open);
		assertEquals("serial: The console cannot be opened: ttyUSB0 is not there", error.getMessage());
		device.plug();
		reader.await("<OPEN>");
	}

	@Test
	void disconnectedStaysSoUntilItIsOpened() throws Exception {
		final var reader = attach();
		line.open();
		line.disconnect("The port is needed elsewhere");
		reader.await("<CLOSED The port is needed elsewhere>");
		assertEquals(ConsoleState.Line.CLOSED, line.state().line());
		line.open();
		device.say("again");
		reader.await("<OPEN>again");
	}

	@Test
	void whatIsTypedArrivesInOrder() throws Exception {
		line.open();
		final var all = new StringBuilder();
		for (int i = 0; i < 100; i++) {
			line.write(("line " + i + "\n").getBytes());
		}
		while (!all.toString().endsWith("line 99\n")) {
			all.append(device.typed());
		}
		assertTrue(all.toString().startsWith("line 0\nline 1\n"));
		assertEquals(1, device.outputs());
		final var other = assertThrows(BenchException.class, () -> lock.acquire(PART, "test"));
		assertTrue(other.what().startsWith("console serial is in use here"), other.what());
		line.close();
		lock.acquire(PART, "test").close();
	}

	@Test
	void aClosedLineSaysSo() {
		final var error = assertThrows(BenchException.class, () -> line.write("x".getBytes()));
		assertEquals("serial: Nothing can be typed, the console is not open: It was not opened yet", error.getMessage());
	}

	@Test
	void whatDoesNotArriveIsSaid() throws Exception {
		final var reader = attach();
		line.open();
		device.refuseOutput(true);
		line.write("x".getBytes());
		reader.await("<OPEN What was typed did not reach the board: somebody else has the socket>");
		device.refuseOutput(false);
		line.write("y".getBytes());
		assertEquals("y", device.typed());
	}

	@Test
	void aScriptHasTheKeyboardUntilItGivesItBack() throws Exception {
		final var reader = attach();
		line.open();
		try (var lease = line.lease("flash root")) {
			reader.await("|flash root>");
			final var error = assertThrows(BenchException.class, () -> line.write("x".getBytes()));
			assertEquals("The script \"flash root\" has the keyboard", error.what());
			assertThrows(BenchException.class, () -> line.lease("another"));
			lease.write("s".getBytes(), false);
			assertEquals("s", device.typed());
		}
		reader.await("root><OPEN>");
		line.write("p".getBytes());
		assertEquals("p", device.typed());
	}

	@Test
	void aPersonTakesTheKeyboardFromAScript() throws Exception {
		final var reader = attach();
		line.open();
		final var lease = line.lease("flash root");
		line.takeOver();
		assertTrue(lease.lost());
		final var error = assertThrows(BenchException.class, () -> lease.write("s".getBytes(), false));
		assertEquals("serial: The keyboard of serial was taken over by hand", error.getMessage());
		reader.await("|flash root><OPEN>");
		lease.close();
		line.write("p".getBytes());
		assertEquals("p", device.typed());
	}

	@Test
	void anotherLineOnTheSameBoardTakesTheKeyboard() throws Exception {
		final var otherDevice = new FakeDevice();
		try (var other = new ConsoleLine("serial", otherDevice, folder.resolve("other.log"), lock, PART)) {
			final var reader = attach();
			line.open();
			other.open();
			final var lease = line.lease("flash root");
			lease.write("s".getBytes(), false);
			assertEquals("s", device.typed());
			assertThrows(BenchException.class, () -> other.write("x".getBytes()));
			other.takeOver();
			reader.await("root><OPEN>");
			assertTrue(lease.lost());
			assertEquals(1, device.closedOutputs());
			assertThrows(BenchException.class, () -> line.write("x".getBytes()));
			other.write("y".getBytes());
			assertEquals("y", otherDevice.typed());
		}
		line.write("z".getBytes());
		assertEquals("z", device.typed());
	}

	@RepeatedTest(20)
	void theEchoOfASecretIsMaskedHoweverItComes() throws Exception {
		final var reader = attach();
		line.open();
		line.write("hunter2\n".getBytes(), true);
		assertEquals("hunter2\n", device.typed());
		device.say("Pass hun");
		device.say("t");
		device.say("er2\r\nhunter2 once more\r\n");
		reader.await("more\r\n");
		assertEquals("Pass *******\r\nhunter2 once more\r\n", reader.text());
		assertEquals("Pass *******\r\nhunter2 once more\r\n", logged());
	}

	@Test
	void whatOnlyBeginsLikeASecretIsHeldBackNoLongerThanItMayBeOne() throws Exception {
		final var reader = attach();
		line.open();
		line.write("hunter2\n".getBytes(), true);
		assertEquals("hunter2\n", device.typed());
		device.say("the hunt");
		reader.await("the ");
		assertFalse(reader.text().contains("hunt"));
		device.say("ing");
		reader.await("the hunting");
	}

	@Test
	void whatIsHeldBackForASecretThatNeverComesIsLetGo() throws Exception {
		final var buffer = new LineBuffer(4096);
		final var ownLog = new OwnLog(folder.resolve("own.log"), 1 << 20);
		final var intake = new LineIntake(buffer, ownLog, message -> fail(message), Duration.ofMillis(100));
		intake.begin();
		final var recorder = new Recorder();
		final var reader = new LineReader(buffer, ownLog, recorder);
		buffer.add(reader);
		reader.start("test");
		intake.expectEcho("hunter2\n".getBytes());
		intake.received("so hu".getBytes(), 5);
		recorder.await("so hu");
		intake.received("nter2".getBytes(), 5);
		recorder.await("so hunter2");
		assertEquals("so hunter2", Files.readString(folder.resolve("own.log")));
		reader.close();
		ownLog.close();
	}

	@Test
	void whatIsHeldBackComesAtTheEndOfTheConnection() throws Exception {
		final var reader = attach();
		line.open();
		line.write("hunter2\n".getBytes(), true);
		assertEquals("hunter2\n", device.typed());
		device.say("hunt");
		device.unplug(new IOException("gone"));
		reader.await("hunt<LOST The device ended the connection>");
	}

	@Test
	void theLogHasTheTimeOfEveryLine() throws Exception {
		final var reader = attach();
		line.open();
		final Instant before = Instant.now();
		device.say("first li");
		reader.await("first li");
		Thread.sleep(20);
		final Instant between = Instant.now();
		device.say("ne\nsecond\nthird");
		reader.await("third");
		try (var log = new ConsoleLog(log())) {
			assertEquals(Optional.empty(), log.time(-1));
			final Instant first = log.time(0).orElseThrow();
			final Instant second = log.time(11).orElseThrow();
			assertFalse(first.isBefore(before.minusMillis(1)));
			assertTrue(first.isBefore(between));
			assertFalse(second.isBefore(between.minusMillis(1)));
			assertEquals(second, log.time(18).orElseThrow());
			assertTrue(Duration.between(first, second).compareTo(Duration.ofMillis(15)) > 0);
			assertEquals("second", new String(log.read(11, 6)));
			assertEquals("third", new String(log.read(18, 100)));
			assertEquals(23, log.length());
		}
	}

	@Test
	void aFullLogBecomesTheOlderOne() throws Exception {
		line.close();
		line = new ConsoleLine("serial", device, log(), lock, PART, 16, 100);
		final var reader = attach();
		line.open();
		final var all = new StringBuilder();
		for (int i = 0; i < 30; i++) {
			final String text = "line %04d\n".formatted(i);
			all.append(text);
			device.say(text);
			reader.await(text);
		}
		final List<Path> files = ConsoleLog.files(log());
		assertEquals(2, files.size());
		assertEquals(all.substring(100, 200), Files.readString(files.getFirst()));
		assertEquals(all.substring(200), Files.readString(files.getLast()));
		final var late = new Recorder();
		line.attach(late, 0);
		late.await("line 0029\n<live>");
		assertEquals(all.substring(100) + "<live>", late.story());
	}

	@Test
	void aLogGoesOnWhereTheLastProcessLeftIt() throws Exception {
		line.open();
		device.say("one\n");
		attach().await("one\n");
		line.close();
		line = new ConsoleLine("serial", device, log(), lock, PART);
		final var reader = attach();
		line.open();
		assertEquals(4, line.position());
		device.say("two\n");
		reader.await("two\n");
		assertEquals("one\ntwo\n", logged());
		final var all = new Recorder();
		line.attach(all, 0);
		all.await("one\ntwo\n");
	}
}
