package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.benchtop.core.spi.Finder;

/** The ports that a new console is offered. */
class NewConsoleTest {

	@TempDir
	Path temporary;
	private final OnePort finder = new OnePort();
	private ServiceRegistration<Finder> service;
	private Shell dialog;

	@BeforeEach
	void open() throws Exception {
		finder.plug(false);
		service = FrameworkUtil.getBundle(PlatformUI.class).getBundleContext().registerService(Finder.class, finder, null);
		Window.openTrusted(Samples.copyBench(temporary.resolve("bench")));
		Window.command("dev.benchtop.ui.console.new");
		dialog = Ui.shell("New Console");
		Ui.until("somebody watches", Ui.SOON, finder::watched);
	}

	@AfterEach
	void leave() throws Exception {
		Ui.run(dialog::close);
		Waits.until("nobody watches", Ui.SOON, () -> !finder.watched());
		Window.leave();
		service.unregister();
	}

	@Test
	void portsComeAndGoWhileItIsOpen() throws Exception {
		finder.plug(true);
		Ui.until("the port", Ui.SOON, () -> item().isPresent());
		Ui.until("a port is proposed", Ui.SOON, () -> !port().getText().isEmpty());
		Ui.run(() -> {
			table().setSelection(item().orElseThrow());
			table().notifyListeners(SWT.Selection, new Event());
			assertEquals(OnePort.PATH, port().getText());
		});
		Pictures.take("console-new-port");
		finder.plug(false);
		Ui.until("the port is gone", Ui.SOON, () -> item().isEmpty());
		Ui.run(() -> assertEquals(OnePort.PATH, port().getText()));
		finder.plug(true);
		Ui.until("the port is back", Ui.SOON, () -> item().isPresent());
		Ui.run(() -> assertEquals(OnePort.NAME, table().getSelection()[0].getText()));
	}

	@Test
	void whatIsWrittenStays() throws Exception {
		Ui.run(() -> port().setText("loop://"));
		finder.plug(true);
		Ui.until("the port", Ui.SOON, () -> item().isPresent());
		Ui.run(() -> {
			assertEquals("loop://", port().getText());
			assertEquals(-1, table().getSelectionIndex());
		});
	}

	private Table table() {
		return Ui.all(dialog, Table.class).getFirst();
	}

	/** This machine may have ports of its own. */
	private Optional<TableItem> item() {
		return Stream.of(table().getItems()).filter(item -> item.getText().equals(OnePort.NAME)).findFirst();
	}

	private Text port() {
		return Ui.find(dialog, Text.class, text -> text.getMessage().contains("/dev/ttyUSB0")).orElseThrow();
	}
}
