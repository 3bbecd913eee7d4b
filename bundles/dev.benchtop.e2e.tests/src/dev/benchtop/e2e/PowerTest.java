package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.NodeState.Level;

/** Power of several boards at once, and what their meters read. */
class PowerTest {

	@TempDir
	Path temporary;
	private Bench bench;

	@BeforeEach
	void open() throws Exception {
		final Path folder = Files.createDirectories(temporary.resolve("bench"));
		board(folder, "one", "{type: mock-power}");
		board(folder, "two", "{type: mock-power}");
		board(folder, "deaf", "{type: command-power, config: {power_on: 'echo no hands >&2; exit 1', power_off: 'true'}}");
		board(folder, "slow", "{type: command-power, config: {power_on: 'true', power_off: 'true', power_read: 'echo $$ > new; mv new child; exec sleep 3600', timeout: 1h}}");
		bench = Window.openTrusted(folder);
	}

	private static void board(Path folder, String name, String power) throws Exception {
		Files.writeString(folder.resolve(name + ".yaml"), "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: %s}\nexport:\n  power: %s\n".formatted(name, power));
	}

	@AfterEach
	void leave() throws Exception {
		Window.leave();
	}

	private void select(String... names) throws Exception {
		final var boards = Stream.of(names).map(name -> bench.findBoard(name).orElseThrow()).toList();
		Ui.run(() -> Window.session().select(boards));
		Waits.until("the selection", Ui.SOON, () -> Window.session().selection().size() == names.length);
	}

	/** Runs a command on the power of all these boards, once it is known of each that it can be done. */
	private void power(String verb, String... names) throws Exception {
		for (final String name : names) {
			Waits.until(name + " can be switched " + verb, Ui.SOON, () -> bench.findBoard(name).orElseThrow().node("power").orElseThrow().knownVerbs().stream()
					.anyMatch(known -> known.id().equals(verb) && known.whyNot().isEmpty()));
		}
		Window.command("dev.benchtop.ui.power." + verb);
	}

	private void await(String board, Level level) throws Exception {
		Waits.until(board + " is " + level, Ui.SOON, () -> bench.findBoard(board).orElseThrow().state().level() == level);
	}

	@Test
	void severalBoardsAtOnce() throws Exception {
		select("one", "two");
		power("on", "one", "two");
		await("one", Level.ON);
		await("two", Level.ON);
		power("off", "one", "two");
		final Shell question = Ui.shell("Off");
		assertTrue(words(question).stream().anyMatch(text -> text.contains("one/power, two/power")), words(question)::toString);
		Ui.press(question, "Off");
		await("one", Level.OFF);
		await("two", Level.OFF);
	}

	@Test
	void oneThatFailsIsToldAmongTheOthers() throws Exception {
		select("deaf", "one");
		power("on", "deaf", "one");
		final Shell account = Ui.shell("On");
		final List<String> words = words(account);
		Pictures.take("power-together");
		assertTrue(words.contains("On: 1 of 2 boards failed"), words::toString);
		assertTrue(words.stream().anyMatch(text -> text.contains("no hands")) && words.contains("one/power") && words.contains("Done"), words::toString);
		Ui.press(account, "Close");
		await("one", Level.ON);
	}

	@Test
	void readingsAreCharted() throws Exception {
		select("one");
		power("on", "one");
		await("one", Level.ON);
		Window.command("dev.benchtop.ui.power.readings");
		Ui.until("the watts", Ui.SOON, () -> Ui.all(Window.page().getWorkbenchWindow().getShell(), Button.class).stream()
				.anyMatch(button -> button.isVisible() && button.getText().endsWith("W") && button.getSelection()));
		Pictures.take("power-readings");
		Ui.run(() -> Window.page().hideView(Window.page().findView("dev.benchtop.ui.power.view")));
	}

	/** The command of the meter would run for an hour; it ends with the view that asked for it. */
	@Test
	void aReadingEndsWithItsView() throws Exception {
		select("slow");
		Window.command("dev.benchtop.ui.power.readings");
		final Path child = temporary.resolve("bench").resolve("child");
		Waits.until("a reading", Ui.SOON, () -> Files.exists(child));
		final var reading = ProcessHandle.of(Long.parseLong(Files.readString(child).strip()));
		Ui.run(() -> Window.page().hideView(Window.page().findView("dev.benchtop.ui.power.view")));
		Waits.until("its end", Ui.SOON, () -> reading.filter(ProcessHandle::isAlive).isEmpty());
	}

	private static List<String> words(Shell shell) throws Exception {
		return Ui.call(() -> Ui.all(shell, Label.class).stream().filter(Control::isVisible).map(Label::getText).toList());
	}
}
