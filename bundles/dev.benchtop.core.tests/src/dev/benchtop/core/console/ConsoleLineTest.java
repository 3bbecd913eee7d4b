package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** How a console opens, loses and types, and who has its keyboard. */
class ConsoleLineTest extends ConsoleLineFixture {

	@Test
	void aLostLineIsOpenedAgainByItself() throws Exception {
		final var reader = attach();
		line.open();
		device.say("one");
		reader.awaitStory("one");
		device.unplug(new IOException("ttyUSB0 is not there"));
		reader.awaitStory("<LOST ttyUSB0 is not there>");
		assertThrows(BenchException.class, () -> line.write(new byte[] { 1 }));
		device.plug();
		reader.awaitStory("there><OPEN>");
		device.say("two");
		reader.awaitStory("two");
		assertEquals("onetwo", logged());
	}

	@Test
	void aBoardThatIsOffIsNoFault() throws Exception {
		final var reader = attach();
		line.open();
		device.unplug(new LineOffException("The board is off"));
		reader.awaitStory("<CLOSED The board is off>");
		device.plug();
		reader.awaitStory("off><OPEN>");
	}

	@Test
	void aSlowLineThatWasClosedSaysThatItIsBeingOpened() throws Exception {
		final var reader = attach();
		device.slow();
		device.unplug(new LineOffException("The board is off"));
		assertThrows(BenchException.class, line::open);
		device.plug();
		reader.awaitStory("<CLOSED The board is off><OPENING><OPEN>");
		device.unplug(new IOException("The board is silent"));
		reader.awaitStory("<LOST The board is silent>");
		device.plug();
		reader.awaitStory("silent><OPEN>");
	}

	@Test
	void openSaysWhyItCannotAndGoesOnTrying() throws Exception {
		final var reader = attach();
		device.unplug(new IOException("ttyUSB0 is not there"));
		final var error = assertThrows(BenchException.class, line::open);
		assertEquals("serial: The console cannot be opened: ttyUSB0 is not there", error.getMessage());
		device.plug();
		reader.awaitStory("<OPEN>");
	}

	@Test
	void disconnectedStaysSoUntilItIsOpened() throws Exception {
		final var reader = attach();
		line.open();
		line.disconnect("The port is needed elsewhere");
		reader.awaitStory("<CLOSED The port is needed elsewhere>");
		assertEquals(ConsoleState.Line.CLOSED, line.state().line());
		line.open();
		device.say("again");
		reader.awaitStory("<OPEN>again");
	}

	@Test
	void anEndThatWasAskedForIsNotToldAgainAsALoss() throws Exception {
		final var reader = attach();
		for (int i = 0; i < 50; i++) {
			line.open();
			line.disconnect("The port is needed elsewhere");
		}
		line.open();
		device.say("again");
		reader.awaitStory("<OPEN>again");
		assertFalse(reader.story().contains("LOST"), reader.story());
	}

	@Test
	void whatIsDroppedWithItsConnectionDidNotArrive() throws Exception {
		final var writer = new LineWriter("serial", _ -> { }, _ -> { });
		final var token = new CancelToken();
		synchronized (writer) { // its thread begins only when all has happened
			writer.connect(device.open());
			writer.send("lost".getBytes(), false);
			writer.disconnect("The board is off");
			writer.connect(device.open());
		}
		final var error = assertThrows(BenchException.class, () -> writer.drain(token));
		assertTrue(error.getMessage().endsWith("The board is off"), error.getMessage());
		writer.send("there".getBytes(), false);
		writer.drain(token);
		assertEquals("there", device.typed());
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
		reader.awaitStory("<OPEN What was typed did not reach the board: somebody else has the socket>");
		device.refuseOutput(false);
		line.write("y".getBytes());
		assertEquals("y", device.typed());
	}

	@Test
	void aDefectAsItIsSentIsSaidTooAndWhatIsTypedNextArrives() throws Exception {
		final var reader = attach();
		line.open();
		device.answering(_ -> {
			throw new IllegalStateException("thrown by a test");
		});
		line.write("x".getBytes());
		reader.awaitStory("<OPEN What was typed did not reach the board: java.lang.IllegalStateException: thrown by a test>");
		assertEquals("x", device.typed());
		device.answering(_ -> { });
		line.write("y".getBytes());
		assertEquals("y", device.typed());
	}

	@Test
	void aDeviceWhoseLibraryIsMissingIsRefused() {
		final var missing = new LineTransport() {
			@Override
			public Connection open() {
				throw new UnsatisfiedLinkError("thrown by a test");
			}

			@Override
			public String detail() {
				return "none";
			}
		};
		try (var none = new ConsoleLine("none", missing, log(), lock, PART, 4096, 1 << 20)) {
			assertTrue(assertThrows(BenchException.class, none::open).getMessage().contains("thrown by a test"));
		}
	}

	@Test
	void aScriptHasTheKeyboardUntilItGivesItBack() throws Exception {
		final var reader = attach();
		line.open();
		try (var lease = line.lease("flash root")) {
			reader.awaitStory("|flash root>");
			final var error = assertThrows(BenchException.class, () -> line.write("x".getBytes()));
			assertEquals("The script \"flash root\" has the keyboard", error.what());
			assertThrows(BenchException.class, () -> line.lease("another"));
			lease.write("s".getBytes(), false);
			assertEquals("s", device.typed());
		}
		reader.awaitStory("root><OPEN>");
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
		reader.awaitStory("|flash root><OPEN>");
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
			reader.awaitStory("root><OPEN>");
			assertTrue(lease.lost());
			assertEquals(1, device.closedOutputs());
			assertThrows(BenchException.class, () -> line.write("x".getBytes()));
			other.write("y".getBytes());
			assertEquals("y", otherDevice.typed());
		}
		line.write("z".getBytes());
		assertEquals("z", device.typed());
	}
}
