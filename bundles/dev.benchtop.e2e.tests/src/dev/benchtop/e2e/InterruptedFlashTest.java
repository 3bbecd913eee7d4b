package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.testing.Needs;
import dev.benchtop.ui.flash.FlashQueue;

/** A flash that its process did not live to end is told of in the window, once. */
class InterruptedFlashTest {

	private static final String TITLE = "A Flash Was Interrupted";

	@TempDir
	private Path temporary;

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getText().equals(TITLE)).forEach(Shell::close));
		Window.leave();
	}

	@Test
	void isToldWhenItsBenchIsOpened() throws Exception {
		Needs.programs("qemu-img", "xz");
		final var commandLine = new ProductProcess(temporary).sameUser();
		final Path folder = Samples.copyBench(temporary.resolve("bench"));
		assertEquals(0, commandLine.run(folder, "trust").code());
		final Path image = Samples.random(temporary.resolve("small.img.xz"), 1);
		final var command = commandLine.command(folder, "flash", "virtual-x86", image.toString());
		command.add(1, "-Dbenchtop.crash=write");
		assertEquals(137, ProductProcess.end(commandLine.start(command, folder)).code());

		final Bench bench = Window.open(folder);
		final Shell notice = Ui.shell(TITLE);
		final var words = Ui.call(() -> Ui.all(notice, Label.class).stream().map(Label::getText).toList());
		assertTrue(words.stream().anyMatch(text -> text.contains("Flashing small.img.xz on virtual-x86:root was interrupted")
				&& text.contains("virtual-x86:root is unchanged.")), words::toString);
		Pictures.take("interrupted-flash");
		Ui.press(notice, "Understood");
		final var flashing = Window.service(FlashQueue.class).flashing();
		Waits.until("it is known of", Ui.SOON, () -> flashing.interrupted(bench).isEmpty());
		assertTrue(flashing.history(bench.board("virtual-x86")).getFirst().interrupted());
	}
}
