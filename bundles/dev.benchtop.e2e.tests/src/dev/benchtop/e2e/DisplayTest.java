package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Power;
import dev.benchtop.testing.Needs;

/** The display of a board that boots: seen, typed on, saved as a picture, off and back again. */
class DisplayTest {

	private static final String BOARD = "virtual-x86";
	private static final String VIEW = "dev.benchtop.ui.display.view";
	private static final Duration BOOT = Duration.ofMinutes(4);
	/** What the firmware sets. */
	private static final String SIZE = "1280 \u00d7 800";

	@TempDir
	private Path temporary;

	private ProductProcess commandLine;
	private Path folder;

	@BeforeEach
	void sampleBench() throws Exception {
		Needs.programs("qemu-system-x86_64");
		commandLine = new ProductProcess(temporary).sameUser();
		folder = Samples.copyBench(temporary.resolve("bench"));
		assertEquals(0, commandLine.run(folder, "trust").code());
	}

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Stream.of(Window.page().getViewReferences()).filter(view -> view.getId().equals(VIEW)).forEach(Window.page()::hideView));
		Window.leave();
	}

	@Test
	void isSeenAndTypedOnBesideItsConsole() throws Exception {
		final Bench bench = Window.openTrusted(folder);
		final var power = bench.board(BOARD).find("", Power.class).use(Power.class);
		Window.select(bench.board(BOARD));
		Window.command("dev.benchtop.ui.console.open");
		Window.command("dev.benchtop.ui.display.open");
		Ui.until("what it says of a board that is off", Ui.SOON, () -> says(BOARD + " is off"));
		Ui.press(shell(), "Power On");
		Ui.until("the screen of the firmware", BOOT, () -> says(SIZE));
		Window.command("dev.benchtop.ui.console.open");
		Window.untilTerminalShows("Shell>", BOOT);
		Window.command("dev.benchtop.ui.display.open");
		Ui.until("the display in front", Ui.SOON, () -> screen().map(Control::isVisible).orElse(false));
		type("A&\r");
		Pictures.take("display");
		Window.command("dev.benchtop.ui.console.open");
		Window.untilTerminalShows("Shell> A&", BOOT);

		final Path file = temporary.resolve("screen.png");
		final var saved = commandLine.run(folder, "screenshot", BOARD, file.toString());
		assertEquals(0, saved.code(), saved.err());
		final var picture = new ImageData(file.toString());
		assertEquals(SIZE, picture.width + " \u00d7 " + picture.height);
		assertTrue(colours(picture) > 2, "there is something on it");
		assertEquals(2, commandLine.run(folder, "screenshot", BOARD, file.toString()).code(), "the file is there already");

		Window.command("dev.benchtop.ui.display.open");
		power.off(CancelToken.none());
		Ui.until("what it says of a board that is off", Ui.SOON, () -> says(BOARD + " is off"));
		power.on(CancelToken.none());
		Ui.until("the screen by itself", BOOT, () -> says(SIZE));
	}

	/** Keys go down and up as the desktop tells them to the screen; a keyboard holds 16 such events until the board has read them. */
	private static void type(String text) throws Exception {
		final Control canvas = Ui.call(() -> (Control) screen().orElseThrow().getContent());
		Ui.run(() -> {
			canvas.notifyListeners(SWT.FocusIn, new Event());
			text.chars().forEach(character -> {
				final boolean shift = character == '&' || Character.isUpperCase(character);
				if (shift) {
					canvas.notifyListeners(SWT.KeyDown, key(SWT.SHIFT, '\0', SWT.LEFT));
				}
				final int code = character == '&' ? '7' : Character.toLowerCase(character);
				canvas.notifyListeners(SWT.KeyDown, key(code, (char) character, 0));
				canvas.notifyListeners(SWT.KeyUp, key(code, (char) character, 0));
				if (shift) {
					canvas.notifyListeners(SWT.KeyUp, key(SWT.SHIFT, '\0', SWT.LEFT));
				}
			});
			canvas.notifyListeners(SWT.FocusOut, new Event());
		});
	}

	private static Event key(int code, char character, int location) {
		final var event = new Event();
		event.keyCode = code;
		event.character = character;
		event.keyLocation = location;
		return event;
	}

	/** On the UI thread. */
	private static boolean says(String words) {
		return Ui.find(shell(), Label.class, label -> label.isVisible() && label.getText().contains(words)).isPresent();
	}

	/** On the UI thread. */
	private static Optional<ScrolledComposite> screen() {
		return Ui.find(shell(), ScrolledComposite.class, one -> one.getClass().getName().equals("dev.benchtop.ui.display.ScreenCanvas"));
	}

	private static Shell shell() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	private static long colours(ImageData picture) {
		return IntStream.range(0, picture.height).flatMap(y -> {
			final var line = new int[picture.width];
			picture.getPixels(0, y, picture.width, line, 0);
			return Arrays.stream(line);
		}).distinct().count();
	}
}
