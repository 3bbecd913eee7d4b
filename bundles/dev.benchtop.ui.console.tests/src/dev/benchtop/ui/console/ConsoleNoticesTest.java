package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.Holder;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.console.ConsoleState.Line;

class ConsoleNoticesTest {

	private boolean retried;
	private final ConsoleNotices notices = new ConsoleNotices(() -> retried = true);
	private final FakeLine line = new FakeLine();

	@Test
	void anOpenLineSaysWhatItIsConnectedTo() {
		assertNotice(Level.ON, "fake line", List.of(), now());
	}

	@Test
	void aScriptIsNamedAndTheKeyboardCanBeTakenBack() {
		line.state = new ConsoleState(Line.OPEN, Optional.empty(), Optional.of("flash root"), "fake line");
		assertNotice(Level.BUSY, "Flash root has the keyboard", List.of("Take Over"), now());
	}

	@Test
	void anotherProcessIsNamedWithItsId() {
		line.holder = Optional.of(new Holder(4711, "benchtop console", "console", Instant.now()));
		assertNotice(Level.WARNING, "benchtop console (process 4711) has the keyboard of this console", List.of("Take Over"), now());
	}

	@Test
	void aLostLineSaysWhyWhetherItWasEverOpenOrNot() {
		line.state = new ConsoleState(Line.LOST, Optional.of("unplugged"), Optional.empty(), "ttyUSB0");
		assertNotice(Level.WARNING, "No connection to ttyUSB0, which is tried again: unplugged", List.of(), now());
	}

	@Test
	void aLineThatIsBeingOpenedSaysSo() {
		line.state = new ConsoleState(Line.OPENING, Optional.empty(), Optional.empty(), "ssh root@127.0.0.1:2222");
		line.power = power(Power.State.ON);
		assertNotice(Level.BUSY, "Connecting\u2026", List.of(), now());
	}

	@Test
	void aClosedLineOffersToSwitchTheBoardOnWhereItIsOffAndElseToOpenIt() {
		line.state = new ConsoleState(Line.CLOSED, Optional.of("The shell ended with 0"), Optional.empty(), "");
		assertNotice(Level.OFF, "The shell ended with 0", List.of("Open Again"), now());
		line.power = power(Power.State.ON);
		assertNotice(Level.OFF, "The shell ended with 0", List.of("Open Again"), now());
		line.state = new ConsoleState(Line.CLOSED, Optional.of("The board is off"), Optional.empty(), "");
		line.power = power(Power.State.OFF);
		assertNotice(Level.OFF, "The board is off", List.of("Power On"), now());
	}

	@Test
	void aFailureCanBeTriedAgain() {
		final var notice = notices.failed(BenchException.failed("The port cannot be opened").why("access denied").next("Join the group dialout").build());
		assertNotice(Level.ERROR, "The port cannot be opened: access denied", List.of("Try Again"), notice);
		assertTrue(notice.tooltip().contains("dialout"), notice.tooltip());
		notice.offers().getFirst().action().run();
		assertTrue(retried);
	}

	@Test
	void aConsoleThatIsNotThereIsNamed() {
		assertNotice(Level.WARNING, "The bench has no console machine.console on a board desk", List.of(),
				notices.missing(new ConsoleAddress("desk", "machine.console")));
	}

	private Notice now() {
		return notices.of(Optional.of(line.node("desk", "console")), line);
	}

	private static void assertNotice(Level level, String text, List<String> offers, Notice notice) {
		assertEquals(text, notice.text());
		assertEquals(level, notice.level());
		assertEquals(offers, notice.offers().stream().map(Notice.Offer::label).toList());
	}

	private static Power power(Power.State state) {
		return new Power() {
			@Override
			public void on(CancelToken cancel) {
				throw new UnsupportedOperationException();
			}

			@Override
			public void off(CancelToken cancel) {
				throw new UnsupportedOperationException();
			}

			@Override
			public State state() {
				return state;
			}
		};
	}
}
