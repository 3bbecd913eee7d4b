package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.testing.Needs;

/** From an image to a virtual board that fits it. */
class ImageBoardTest {

	private static final int ROW = 20;

	@TempDir
	private Path temporary;

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getParent() != null).forEach(Shell::close));
		Window.leave();
	}

	@Test
	void droppedBesideTheBoardsItMakesOne() throws Exception {
		Needs.programs("qemu-img", "xz", "xdotool");
		final Path image = Samples.image("benchtop-aarch64");
		final Bench bench = Window.openTrusted(Samples.desk(temporary.resolve("bench")));
		Ui.until("its row", Ui.SOON, () -> Window.row("desk").isPresent());
		FileDrag.drop(image, () -> {
			final Rectangle area = Window.tree().getClientArea();
			return FileDrag.middle(Window.tree(), new Rectangle(area.x, area.y + area.height - 2 * ROW, area.width, ROW));
		});

		final Shell wizard = Ui.shell("New Board");
		Pictures.take("image-board-1-proposal");
		Ui.press(wizard, "Next >");
		Pictures.take("image-board-2-name");
		Ui.press(wizard, "Finish");

		final Shell flash = Ui.shell("Flash an Image");
		assertEquals(image.toString(), Ui.call(() -> Ui.all(flash, Combo.class).getFirst().getText()));
		Pictures.take("image-board-3-flash");
		final var made = bench.boards().stream().filter(board -> !board.name().equals("desk")).findFirst().orElseThrow();
		assertTrue(made.usable());
		final String text = Files.readString(made.file());
		assertTrue(text.contains("aarch64") && text.contains("size: 2G"), text);
	}
}
