package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.testing.Needs;

/** A file dropped on a board: the wizard opens with both filled in, and what it starts ends verified. */
class DropTest {

	private static final Duration FLASH = Duration.ofSeconds(60);

	@TempDir
	private Path temporary;

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getParent() != null).forEach(Shell::close));
		Window.leave();
	}

	@Test
	void droppedOnABoardItIsFlashedWithThreeClicks() throws Exception {
		Needs.programs("qemu-img", "xz", "xdotool");
		final Path image = Samples.image("benchtop-x86_64");
		final Bench bench = Window.openTrusted(Samples.copyBench(temporary.resolve("bench")));
		Ui.until("its row", Ui.SOON, () -> Window.row("virtual-x86").isPresent());
		Window.show("virtual-x86");
		FileDrag.drop(image, () -> FileDrag.middle(Window.tree(), Window.row("virtual-x86").orElseThrow().getBounds(0)));

		final Shell wizard = Ui.shell("Flash an Image");
		assertEquals(image.toString(), Ui.call(() -> Ui.all(wizard, Combo.class).getFirst().getText()));
		Ui.until("what is in it", Ui.SOON, () -> facts(wizard).contains("64.0 MiB"));
		Pictures.take("drop-1-what");
		Ui.press(wizard, "Next >");
		Ui.until("its target", Ui.SOON, () -> Ui.find(wizard, Table.class, Table::isVisible).filter(table -> table.getSelectionCount() == 1).isPresent());
		assertEquals(List.of("virtual-x86:root"), Ui.call(() -> selected(wizard)));
		Pictures.take("drop-2-where");
		Ui.press(wizard, "Next >");
		final String line = "benchtop flash virtual-x86/machine.flasher:root " + image;
		Ui.until("the line that does the same", Ui.SOON, () -> Ui.find(wizard, Text.class, text -> text.getText().equals(line)).isPresent());
		Pictures.take("drop-3-how");
		Ui.press(wizard, "Flash");

		final Shell running = Ui.shell("Flashing benchtop-x86_64.img.xz on virtual-x86:root");
		Ui.until("the result", FLASH, () -> words(running).stream().anyMatch(text -> text.startsWith("Flashed and verified: 64.0 MiB")));
		final String sha256 = Tools.sha256("xz -dc '" + image + "'");
		assertTrue(Ui.call(() -> Ui.find(running, Text.class, text -> text.getText().equals(sha256)).isPresent()), "no SHA-256");
		Pictures.take("drop-4-verified");
		Ui.press(running, "Close");
		assertTrue(bench.board("virtual-x86").usable());
	}

	private static List<String> facts(Shell wizard) {
		return Ui.find(wizard, Table.class, Table::isVisible).stream().flatMap(table -> Stream.of(table.getItems())).map(item -> item.getText(1)).toList();
	}

	private static List<String> selected(Shell wizard) {
		return Ui.find(wizard, Table.class, Table::isVisible).stream().flatMap(table -> java.util.Arrays.stream(table.getSelection())).map(item -> item.getText(0)).toList();
	}

	private static List<String> words(Shell shell) {
		return Ui.all(shell, Label.class).stream().map(Label::getText).toList();
	}
}
