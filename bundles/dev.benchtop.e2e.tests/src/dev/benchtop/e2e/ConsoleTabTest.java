package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.testing.Needs;

/** What a person does in the tab of a console: on a port whose other end is the test. */
class ConsoleTabTest {

	@TempDir
	private Path temporary;
	private Process pair;
	private Path board;
	private Path folder;

	@BeforeEach
	void plugIn() throws Exception {
		Needs.programs("socat");
		board = temporary.resolve("board");
		final Path desk = temporary.resolve("desk");
		pair = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + board, "pty,raw,echo=0,link=" + desk).inheritIO().start();
		Waits.until("the pair of ports", Ui.SOON, () -> Files.exists(board) && Files.exists(desk));
		folder = Files.createDirectories(temporary.resolve("bench")).toRealPath();
		Files.writeString(folder.resolve("talker.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: talker}
				export:
				  console: {type: serial, config: {port: "%s"}}
				""".formatted(desk));
	}

	@AfterEach
	void unplug() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getParent() != null).forEach(Shell::close));
		Window.leave();
		pair.destroy();
		pair.waitFor();
	}

	@Test
	void whatWasSaidIsFoundInTheLog() throws Exception {
		openConsole();
		say("U-Boot 2026.01\r\n\u001b[1mlink\u001b[0m up\r\nlink down\r\nLink up\r\n=> ");
		Window.untilTerminalShows("=>", Ui.SOON);
		press(SWT.MOD1, 'f');
		final Text field = Ui.await("the field to find", () -> Ui.find(window(), Text.class, text -> text.getMessage().equals("Find in the log") && text.isVisible()));
		Ui.run(() -> field.setText("link up"));
		untilWords("1 of 2");
		Ui.run(() -> key(field, 0, SWT.CR));
		untilWords("2 of 2");
		Ui.run(() -> click("Regular expression"));
		Ui.run(() -> field.setText("^link (up|down)$"));
		untilWords("3 of 3");
		Ui.run(() -> field.setText("(link"));
		untilWords("No pattern: Unclosed group");
		Ui.run(() -> field.setText("nowhere"));
		untilWords("Not found");
		Ui.run(() -> field.setText("down"));
		untilWords("1 of 1");
		press(SWT.MOD1 | SWT.SHIFT, 't');
		press(SWT.MOD1 | SWT.SHIFT, 'x');
		Pictures.take("console-log");
		Ui.run(() -> key(field, 0, SWT.ESC));
		Ui.until("no log any more", Ui.SOON, () -> tool("Log (Ctrl+Shift+L)").filter(item -> !item.getSelection()).isPresent());
	}

	@Test
	void aMacroWaitsAndSendsAndATriggerTells() throws Exception {
		Files.writeString(folder.resolve("consoles.json"), """
				{"macros": [{"name": "Log in", "steps": [{"send": "\\\\x03"}, {"waitFor": "login: $", "seconds": 60, "send": "root", "enter": true}]}],
				 "triggers": [{"pattern": "panic", "tell": true}]}
				""");
		final Console console = openConsole();
		Ui.await("the button of the macro", () -> item("Log in"));
		press(SWT.MOD3, '1');
		try (var heard = Files.newInputStream(board)) {
			assertEquals(3, heard.read());
			Waits.until("the keyboard is the macro's", Ui.SOON, () -> console.state().script().filter(by -> by.contains("Log in")).isPresent());
			say("rpi4 login: ");
			assertEquals("root\r", new String(heard.readNBytes(5), StandardCharsets.ISO_8859_1));
		}
		Waits.until("the keyboard is free", Ui.SOON, () -> console.state().script().isEmpty());
		say("\r\nKernel panic - not syncing\r\n");
		untilWords("panic: Kernel panic - not syncing");
		Pictures.take("console-trigger");
		Ui.press(window(), "Show");
		Ui.await("the log", () -> Ui.find(window(), Text.class, text -> text.getMessage().equals("Find in the log") && text.isVisible()));
	}

	@Test
	void aPortIsOpenedWithoutABoard() throws Exception {
		Window.openTrusted(folder);
		Window.command("dev.benchtop.ui.console.new");
		final Shell dialog = Ui.shell("New Console");
		final Text port = Ui.await("the field of the port", () -> Ui.find(dialog, Text.class, text -> text.getMessage().contains("/dev/ttyUSB0")));
		Ui.run(() -> port.setText("loop://"));
		Pictures.take("console-new");
		Ui.press(dialog, "Open");
		Ui.until("its tab", Ui.SOON, () -> Window.tabs().contains("loop://"));
		untilWords("loop://");
		Ui.until("what is typed", Ui.SOON, () -> {
			if (!shown().contains("x")) {
				press(0, 'x');
			}
			return shown().contains("x");
		});
	}

	@Test
	void aPortBecomesABoard() throws Exception {
		final Bench bench = Window.openTrusted(folder);
		Window.command("dev.benchtop.ui.console.new");
		final Shell dialog = Ui.shell("New Console");
		Ui.run(() -> Ui.find(dialog, Text.class, text -> text.getMessage().contains("/dev/ttyUSB0")).orElseThrow().setText("loop://"));
		Ui.run(() -> {
			final Button write = Ui.find(dialog, Button.class, button -> button.getText().contains("Write a board")).orElseThrow();
			write.setSelection(true);
			write.notifyListeners(SWT.Selection, new Event());
			Ui.find(dialog, Text.class, text -> text.getMessage().equals("Name of the board")).orElseThrow().setText("echo");
		});
		Ui.press(dialog, "Open");
		Waits.until("the board", Ui.SOON, () -> bench.findBoard("echo").isPresent());
		Ui.until("its tab", Ui.SOON, () -> Window.tabs().contains("echo console"));
		untilWords("loop://");
		assertTrue(Files.readString(folder.resolve("echo.yaml")).contains("115200"));
	}

	private Console openConsole() throws Exception {
		final Bench bench = Window.openTrusted(folder);
		Window.select(bench.board("talker"));
		Window.command("dev.benchtop.ui.console.open");
		final Console console = bench.board("talker").find("", Console.class).use(Console.class);
		Waits.until("an open line", Ui.SOON, () -> console.state().line() == Line.OPEN);
		return console;
	}

	private void say(String words) throws Exception {
		Files.writeString(board, words, StandardCharsets.UTF_8);
	}

	/** Waits until a label or field has these words. */
	private static void untilWords(String words) throws Exception {
		Ui.until(words, Ui.SOON, () -> Ui.find(window(), Label.class, label -> label.isVisible() && label.getText().contains(words)).isPresent());
	}

	/** Presses a key in the terminal. */
	private static void press(int modifiers, char letter) throws Exception {
		Ui.run(() -> terminal().ifPresent(canvas -> key(canvas, modifiers, letter)));
	}

	private static Optional<TextCanvas> terminal() {
		return Ui.all(window(), TextCanvas.class).stream().filter(TextCanvas::isVisible).findFirst();
	}

	private static String shown() throws Exception {
		return terminal().map(TextCanvas::getAllText).orElse("");
	}

	private static void key(Control control, int modifiers, int key) {
		final var event = new Event();
		event.stateMask = modifiers;
		event.keyCode = key;
		event.character = (char) key;
		control.notifyListeners(SWT.KeyDown, event);
	}

	private static void click(String tooltip) {
		final ToolItem item = tool(tooltip).orElseThrow();
		item.setSelection(!item.getSelection());
		item.notifyListeners(SWT.Selection, new Event());
	}

	private static Optional<ToolItem> tool(String tooltip) {
		return items().filter(each -> tooltip.equals(each.getToolTipText())).findFirst();
	}

	private static Optional<ToolItem> item(String label) {
		return items().filter(each -> label.equals(each.getText())).findFirst();
	}

	private static Stream<ToolItem> items() {
		return Ui.all(window(), ToolBar.class).stream().filter(ToolBar::isVisible).flatMap(bar -> Stream.of(bar.getItems()));
	}

	private static Shell window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}
}
