package dev.benchtop.ui.internal.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.core.capability.FileServer;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Icons;

/** What can be done in the view: the same in its bar and in its menus; what cannot be done now says why. */
final class ServerActions {

	private static final String ANY_NAME = "NAME"; //$NON-NLS-1$

	/** Something to do with the server that is selected; {@code help} may be empty, {@code whyNot} is empty where it can be done. */
	private record Deed(String icon, String label, String help, Supplier<Optional<String>> whyNot, Runnable run) {
	}

	private final ServersView view;
	private final ServerRoom room;
	private final List<Deed> deeds;
	private final List<ToolItem> items = new ArrayList<>();
	private ToolBar bar;

	ServerActions(ServersView view, ServerRoom room) {
		this.view = view;
		this.room = room;
		this.deeds = List.of(new Deed("start", Messages.ServerActions_start, "", this::whyNotStart, () -> view.selected().ifPresent(room::start)), //$NON-NLS-1$
				new Deed("stop", Messages.ServerActions_stop, "", this::whyNotLive, () -> view.selected().ifPresent(room::stop)), //$NON-NLS-1$
				new Deed("publish", Messages.ServerActions_publish, "", this::whyNotSelected, this::publish), //$NON-NLS-1$
				new Deed("copy", Messages.ServerActions_uBoot, Messages.ServerActions_copies, this::whyNotLive, () -> copy(BootLines::uBoot)), //$NON-NLS-1$
				new Deed("copy", Messages.ServerActions_curl, Messages.ServerActions_copies, this::whyNotLive, () -> copy(BootLines::curl)), //$NON-NLS-1$
				new Deed("clear", Messages.ServerActions_clear, "", this::whyNotClear, () -> room.entries().forEach(entry -> entry.server().ifPresent(FileServer::forget)))); //$NON-NLS-1$
	}

	static String serveLabel(String protocol) {
		return NLS.bind(Messages.ServerActions_serve, protocol.toUpperCase(Locale.ROOT));
	}

	void createBar(Composite parent) {
		bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
		bar.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$ a colour of the style sheet would hide what is disabled
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		for (final Deed deed : deeds) {
			final var item = new ToolItem(bar, SWT.PUSH);
			item.setText(deed.label());
			item.setImage(Icons.image(deed.icon()));
			item.addListener(SWT.Selection, _ -> deed.run().run());
			item.setData(deed);
			items.add(item);
		}
		new ToolItem(bar, SWT.SEPARATOR);
		for (final String protocol : room.protocols()) {
			final var item = new ToolItem(bar, SWT.PUSH);
			item.setText(serveLabel(protocol));
			item.setToolTipText(Messages.ServerActions_serveHelp);
			item.setImage(Icons.image("server")); //$NON-NLS-1$
			item.addListener(SWT.Selection, _ -> NoServers.chooseFolder(room, protocol, bar.getShell()));
		}
	}

	/** Enables what can be done now; the others say why in their tooltips. */
	void update() {
		if (!bar.getBackground().equals(bar.getParent().getBackground())) {
			bar.setBackground(bar.getParent().getBackground());
		}
		for (final ToolItem item : items) {
			final var whyNot = ((Deed) item.getData()).whyNot().get();
			if (item.getEnabled() != whyNot.isEmpty()) {
				item.setEnabled(whyNot.isEmpty());
			}
			final String tip = whyNot.orElse(((Deed) item.getData()).help());
			if (!Objects.equals(item.getToolTipText(), tip)) {
				item.setToolTipText(tip);
			}
		}
	}

	void attachMenus(Control... controls) {
		for (final Control control : controls) {
			final var manager = new MenuManager();
			manager.setRemoveAllWhenShown(true);
			manager.addMenuListener(this::fill);
			control.setMenu(manager.createContextMenu(control));
			control.addDisposeListener(_ -> manager.dispose());
		}
	}

	/** Starts a server that stands, and stops one that runs and sends nothing at the moment. */
	void toggle(ServerEntry entry) {
		if (entry.address().isEmpty()) {
			room.start(entry);
		} else if (entry.server().map(Words::running).orElse(0) == 0 && entry instanceof ServerEntry.OfBoard) {
			room.stop(entry);
		}
	}

	private void fill(IMenuManager menu) {
		for (final Deed deed : deeds) {
			final var whyNot = deed.whyNot().get();
			add(menu, whyNot.map(reason -> deed.label() + "  (" + reason + ')').orElse(deed.label()), deed.icon(), whyNot.isEmpty(), deed.run()); //$NON-NLS-1$
		}
		menu.add(new Separator());
		add(menu, Messages.ServerActions_url, "copy", whyNotLive().isEmpty(), () -> copy(BootLines::url)); //$NON-NLS-1$
		view.selectedFile().ifPresent(file -> {
			add(menu, Messages.ServerActions_withdraw, "withdraw", true, () -> file.entry().server().ifPresent(server -> server.withdraw(file.name()))); //$NON-NLS-1$
		});
	}

	private static void add(IMenuManager menu, String label, String icon, boolean enabled, Runnable run) {
		final var action = new Action(label, Icons.descriptor(icon)) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setEnabled(enabled);
		menu.add(action);
	}

	private void publish() {
		final var dialog = new FileDialog(Errors.shell(), SWT.OPEN | SWT.MULTI);
		dialog.setText(Messages.ServerActions_publish);
		if (dialog.open() != null) {
			final String folder = dialog.getFilterPath();
			final String[] files = Arrays.stream(dialog.getFileNames()).map(name -> Path.of(folder, name).toString()).toArray(String[]::new);
			view.selected().ifPresent(entry -> room.publish(entry, files));
		}
	}

	private void copy(BiFunction<FileServer, String, Optional<String>> lines) {
		final String name = view.selectedName().or(() -> view.selected().flatMap(ServerEntry::server).flatMap(server -> server.published().keySet().stream().findFirst()))
				.orElse(ANY_NAME);
		view.selected().flatMap(ServerEntry::server).flatMap(server -> lines.apply(server, name)).ifPresent(text -> CommandLine.copy(text, Errors.shell()));
	}

	private Optional<String> whyNotSelected() {
		return view.selected().isPresent() ? Optional.empty() : Optional.of(Messages.ServerActions_selectOne);
	}

	private Optional<String> whyNotStart() {
		return whyNotSelected().or(() -> view.selected().flatMap(ServerEntry::address).map(_ -> Messages.ServerActions_runs));
	}

	private Optional<String> whyNotLive() {
		return whyNotSelected().or(() -> view.selected().flatMap(ServerEntry::address).isPresent() ? Optional.empty() : Optional.of(Messages.ServerActions_stands));
	}

	private Optional<String> whyNotClear() {
		final boolean any = room.entries().stream().flatMap(entry -> entry.server().stream())
				.anyMatch(server -> !server.missing().isEmpty() || server.transfers().size() > Words.running(server));
		return any ? Optional.empty() : Optional.of(Messages.ServerActions_nothing);
	}
}
