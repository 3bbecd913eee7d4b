package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;

/** The driver of a third party in the window: tree, icon and form come from what it declares. */
class PluginWindowTest {

	@TempDir
	Path home;

	private Bundle plugin;

	@BeforeEach
	void install() throws Exception {
		plugin = FrameworkUtil.getBundle(getClass()).getBundleContext().installBundle(SamplePlugin.build(home).toUri().toString());
		plugin.start();
	}

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getParent() != null).forEach(Shell::close));
		Window.leave();
		plugin.uninstall();
	}

	@Test
	void isInTreeAndForm() throws Exception {
		final var board = Window.openTrusted(SamplePlugin.bench(home)).board("desk-lamp");
		Ui.until("the state of the lamp", Ui.SOON, () -> Window.word("desk-lamp").equals("off"));
		Ui.until("the lamp in the tree", Ui.SOON, () -> light().map(item -> item.getImage() != null).orElse(false));

		board.find("", Power.class).use(Power.class).on(CancelToken.none());
		Ui.until("the lamp going on", Ui.SOON, () -> light().map(item -> item.getText(1).equals("on")).orElse(false));

		Window.select(board);
		Window.command("dev.benchtop.ui.board.edit");
		final var form = Ui.shell("Edit desk-lamp");
		assertTrue(Ui.call(() -> Ui.all(form, Label.class).stream().anyMatch(label -> label.getText().startsWith("Relay"))));
		Pictures.take("plugin-form");
	}

	private static Optional<TreeItem> light() {
		final var row = Window.row("desk-lamp");
		row.ifPresent(item -> {
			final var expand = new Event();
			expand.item = item;
			Window.tree().notifyListeners(SWT.Expand, expand);
		});
		return row.stream().flatMap(item -> Stream.of(item.getItems())).filter(item -> item.getText(0).startsWith("light")).findFirst();
	}
}
