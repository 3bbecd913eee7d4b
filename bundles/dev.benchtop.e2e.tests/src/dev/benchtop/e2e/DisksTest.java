package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.testing.Needs;

/** The disks of this machine in the left pane: they come and go, and an image that is dropped on one is on it in the end. */
class DisksTest {

	private static final Duration FLASH = Duration.ofSeconds(60);
	private static final int MIB = 1 << 20;
	private static final String OTHERS = "Show Disks That Are Not Removable";

	@TempDir
	private Path temporary;
	private Path file;
	private String disk;
	private boolean shown;
	private byte[] content;
	private Path image;

	@BeforeEach
	void open() throws Exception {
		Needs.programs("losetup", "xdotool");
		Needs.loopDevices();
		content = new byte[3 * MIB];
		new Random(1).nextBytes(content);
		image = Files.write(temporary.resolve("card.img"), content);
		file = temporary.resolve("disk");
		Files.write(file, new byte[4 * MIB]);
		final Link others = Ui.await("the pane", DisksTest::link);
		Ui.run(() -> others.notifyListeners(SWT.Selection, new Event()));
		shown = true;
		disk = Path.of(Tools.run(List.of("losetup", "--find", "--show", file.toString())).strip()).getFileName().toString();
		Ui.until("its row", Ui.SOON, () -> row().isPresent());
	}

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getParent() != null).forEach(Shell::close));
		try {
			if (disk != null) {
				Tools.run(List.of("losetup", "--detach", "/dev/" + disk));
				Ui.until("no row", Ui.SOON, () -> row().isEmpty());
			}
		} finally {
			if (shown) {
				Ui.run(this::hideOthers);
			}
		}
	}

	@Test
	void anImageIsDroppedOnADiskWhoseNameIsTyped() throws Exception {
		assertTrue(Ui.call(() -> row().orElseThrow().getText(1)).startsWith("4.0 MiB, /dev/" + disk));
		final Shell wizard = drop();
		Ui.press(wizard, "Next >");
		final Text name = Ui.await("the question for its name", () -> name(wizard));
		assertEquals(List.of(disk + ":disk"), Ui.call(() -> selected(wizard)));
		assertTrue(Ui.call(() -> words(wizard)).contains(disk + ": It is not removable: it may be a disk of this machine."));
		Pictures.take("disks-1-name");
		Ui.run(() -> name.setText("loop"));
		assertFalse(Ui.call(() -> next(wizard).isEnabled()));
		Ui.run(() -> name.setText(disk));
		Ui.press(wizard, "Next >");
		final String lost = "All that is on " + disk + ", 4.0 MiB, /dev/" + disk + " is lost.";
		Ui.until("the plan", Ui.SOON, () -> texts(wizard).stream().anyMatch(text -> text.contains(lost)));
		final String line = "benchtop flash " + disk + "/disk:disk " + image + " --yes --name " + disk;
		assertTrue(Ui.call(() -> texts(wizard)).contains(line), () -> line);
		Pictures.take("disks-2-plan");
		Ui.press(wizard, "Flash");

		final Shell running = Ui.shell("Flashing card.img on " + disk + ":disk");
		Ui.until("the result", FLASH, () -> words(running).stream().anyMatch(text -> text.startsWith("Flashed and verified: 3.0 MiB")));
		Pictures.take("disks-3-verified");
		Ui.press(running, "Close");
		assertArrayEquals(content, Arrays.copyOf(Files.readAllBytes(file), content.length));
	}

	@Test
	void whatDoesNotFitIsSaidBeforeAnythingIsAsked() throws Exception {
		Files.write(image, new byte[5 * MIB]);
		final Shell wizard = drop();
		Ui.press(wizard, "Next >");
		Ui.until("the refusal", Ui.SOON, () -> texts(wizard).stream().anyMatch(text -> text.contains("The image is larger than the target")));
		Pictures.take("disks-4-too-large");
		assertFalse(Ui.call(() -> next(wizard).isEnabled()));
		Ui.press(wizard, "Cancel");
		assertArrayEquals(new byte[4 * MIB], Files.readAllBytes(file));
	}

	/** Drops the image on the row of the disk, and waits until the wizard has looked into it. */
	private Shell drop() throws Exception {
		FileDrag.drop(image, this::middle);
		final Shell wizard = Ui.shell("Flash an Image");
		assertEquals(image.toString(), Ui.call(() -> Ui.all(wizard, Combo.class).getFirst().getText()));
		return wizard;
	}

	private Point middle() {
		final TreeItem row = row().orElseThrow();
		tree().showItem(row);
		return FileDrag.middle(tree(), row.getBounds(0));
	}

	private static Shell window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	/** What the pane shows while there is no removable disk. */
	private static Optional<Link> link() {
		return Ui.find(window(), Link.class, link -> link.getText().contains("removable disk") || link.getText().contains("No disk is there"));
	}

	private static Tree tree() {
		return Ui.find(link().orElseThrow().getParent().getParent(), Tree.class, _ -> true).orElseThrow();
	}

	private Optional<TreeItem> row() {
		return Stream.of(tree().getItems()).filter(item -> item.getText(0).equals(disk)).findFirst();
	}

	/** Unticks the item of the menu that shows all disks, so that the pane is as it was. */
	private void hideOthers() {
		final Menu menu = tree().getMenu();
		menu.notifyListeners(SWT.Show, new Event());
		final MenuItem item = Stream.of(menu.getItems()).filter(one -> one.getText().replace("&", "").equals(OTHERS)).findFirst().orElseThrow();
		assertTrue(item.getSelection());
		item.setSelection(false);
		final var event = new Event();
		event.widget = item;
		item.notifyListeners(SWT.Selection, event);
		menu.notifyListeners(SWT.Hide, new Event());
	}

	/** The field for the name of a disk. */
	private static Optional<Text> name(Shell wizard) {
		return Ui.find(wizard, Text.class, text -> text.isVisible() && text.getEditable());
	}

	private static Button next(Shell wizard) {
		return Ui.find(wizard, Button.class, button -> button.getText().contains("Next")).orElseThrow();
	}

	private static List<String> selected(Shell wizard) {
		return Ui.find(wizard, Table.class, Table::isVisible).stream().flatMap(table -> Stream.of(table.getSelection())).map(item -> item.getText(0)).toList();
	}

	private static List<String> words(Shell shell) {
		return Ui.all(shell, Label.class).stream().map(Label::getText).toList();
	}

	private static List<String> texts(Shell shell) {
		return Ui.all(shell, Text.class).stream().map(Text::getText).toList();
	}
}
