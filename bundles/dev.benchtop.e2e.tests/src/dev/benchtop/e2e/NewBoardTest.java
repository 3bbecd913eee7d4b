package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.spi.Finder;

/** A board made of hardware that was found. */
class NewBoardTest {

	@TempDir
	Path temporary;

	@AfterEach
	void leave() throws Exception {
		Window.leave();
	}

	@Test
	void aFoundPortBecomesAConsoleWithItsPower() throws Exception {
		final var service = FrameworkUtil.getBundle(PlatformUI.class).getBundleContext().registerService(Finder.class, new OnePort(), null);
		try {
			final Path folder = Samples.copyBench(temporary.resolve("bench"));
			final Bench bench = Window.openTrusted(folder);
			Window.command("dev.benchtop.ui.board.new");
			final Shell wizard = Ui.shell("New Board");
			Ui.until("the port", Ui.SOON, () -> ports(wizard).count() == 1);
			Ui.run(() -> {
				final Tree tree = Ui.all(wizard, Tree.class).getFirst();
				tree.setSelection(ports(wizard).findFirst().orElseThrow());
				tree.notifyListeners(SWT.Selection, new Event());
			});
			Pictures.take("new-board-what");
			Ui.press(wizard, "Next >");
			Ui.until("the choice of power", Ui.SOON, () -> power(wizard).count() == 1);
			Ui.run(() -> {
				final Combo combo = power(wizard).findFirst().orElseThrow();
				combo.select(combo.indexOf("Power without hardware"));
				combo.notifyListeners(SWT.Selection, new Event());
			});
			Pictures.take("new-board-how");
			Ui.press(wizard, "Next >");
			Ui.until("the name", Ui.SOON, () -> Ui.all(wizard, Text.class).stream().anyMatch(text -> text.isVisible() && text.getText().equals("ft232r-usb-uart")));
			Pictures.take("new-board-name");
			Ui.press(wizard, "Finish");
			Ui.until("the wizard is gone", Ui.SOON, wizard::isDisposed);
			Waits.until("the board", Ui.SOON, () -> bench.findBoard("ft232r-usb-uart").isPresent());
			assertEquals("""
					apiVersion: benchtop.dev/v1
					kind: Board
					metadata:
					  name: ft232r-usb-uart
					export:
					  console:
					    type: serial
					    config:
					      port: /dev/serial/by-id/usb-FTDI-A9
					  power:
					    type: mock-power
					""", Files.readString(folder.resolve("ft232r-usb-uart.yaml")));
			assertTrue(bench.board("ft232r-usb-uart").usable(), bench.findings()::toString);
		} finally {
			service.unregister();
		}
	}

	@Test
	void whatIsPluggedInAndOutComesAndGoesWhileItIsChosen() throws Exception {
		final var finder = new OnePort();
		final var service = FrameworkUtil.getBundle(PlatformUI.class).getBundleContext().registerService(Finder.class, finder, null);
		try {
			Window.openTrusted(Samples.copyBench(temporary.resolve("bench")));
			Window.command("dev.benchtop.ui.board.new");
			final Shell wizard = Ui.shell("New Board");
			Ui.until("the port", Ui.SOON, () -> ports(wizard).count() == 1);
			Ui.until("somebody watches", Ui.SOON, () -> finder.watched());
			finder.plug(false);
			Ui.until("the port is gone", Ui.SOON, () -> ports(wizard).count() == 0);
			finder.plug(true);
			Ui.until("the port is back", Ui.SOON, () -> ports(wizard).count() == 1);
			Ui.run(() -> {
				final Tree tree = Ui.all(wizard, Tree.class).getFirst();
				tree.setSelection(ports(wizard).findFirst().orElseThrow());
				tree.notifyListeners(SWT.Selection, new Event());
			});
			Ui.press(wizard, "Next >");
			Ui.until("the choice of power", Ui.SOON, () -> power(wizard).count() == 1);
			finder.plug(false);
			Ui.press(wizard, "Next >");
			Ui.until("the name", Ui.SOON, () -> Ui.all(wizard, Text.class).stream().anyMatch(text -> text.isVisible() && text.getText().equals("ft232r-usb-uart")));
			Ui.press(wizard, "< Back");
			Ui.press(wizard, "< Back");
			Ui.until("the port is gone", Ui.SOON, () -> ports(wizard).count() == 0);
			Ui.press(wizard, "Cancel");
			Ui.until("the wizard is gone", Ui.SOON, wizard::isDisposed);
			Waits.until("nobody watches", Ui.SOON, () -> !finder.watched());
		} finally {
			service.unregister();
		}
	}

	private static Stream<TreeItem> ports(Shell wizard) {
		return Stream.of(Ui.all(wizard, Tree.class).getFirst().getItem(0).getItems()).filter(item -> item.getText().startsWith(OnePort.NAME));
	}

	private static Stream<Combo> power(Shell wizard) {
		return Ui.all(wizard, Combo.class).stream().filter(combo -> combo.indexOf("Power without hardware") >= 0);
	}
}
