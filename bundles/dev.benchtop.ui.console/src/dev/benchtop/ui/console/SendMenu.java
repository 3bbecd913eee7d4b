package dev.benchtop.ui.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.core.console.modem.Protocol;

/** What is sent to a board and received from it: by the menu, and by files that are dropped on the terminal. */
final class SendMenu {

	private final ConsoleView view;
	private final Control terminal;

	SendMenu(ConsoleView view, Control terminal) {
		this.view = view;
		this.terminal = terminal;
	}

	void fill(IMenuManager menu) {
		final String whyNot = whyNot(view.console());
		if (!whyNot.isEmpty()) {
			menu.add(ConsoleMenu.action(Messages.SendMenu_paste, whyNot, () -> { }));
			menu.add(ConsoleMenu.action(Messages.SendMenu_send, whyNot, () -> { }));
			menu.add(ConsoleMenu.action(Messages.SendMenu_receive, whyNot, () -> { }));
			return;
		}
		final var sending = sending();
		final var paste = new MenuManager(Messages.SendMenu_paste);
		final var send = new MenuManager(Messages.SendMenu_send);
		final var receive = new MenuManager(Messages.SendMenu_receive);
		for (final var speed : Sending.Speed.values()) {
			if (speed != Sending.Speed.FULL) {
				paste.add(ConsoleMenu.action(speed.label(), "", () -> sending.paste(speed))); //$NON-NLS-1$
			}
			send.add(ConsoleMenu.action(NLS.bind(Messages.SendMenu_text, speed.label()), "", () -> sending.text(speed))); //$NON-NLS-1$
		}
		send.add(new Separator());
		for (final Protocol protocol : Protocol.values()) {
			send.add(ConsoleMenu.action(NLS.bind(Messages.SendMenu_by, protocol.label()), "", () -> sending.send(protocol))); //$NON-NLS-1$
			if (protocol.receives()) {
				receive.add(ConsoleMenu.action(NLS.bind(Messages.SendMenu_by, protocol.label()), "", () -> sending.receive(protocol))); //$NON-NLS-1$
			}
		}
		menu.add(paste);
		menu.add(send);
		menu.add(receive);
	}

	/** Why nothing can be sent; empty where it can. */
	private static String whyNot(Optional<Console> console) {
		if (console.isEmpty()) {
			return Messages.ConsoleMenu_noLog;
		}
		final var state = console.get().state();
		return state.line() != Line.OPEN ? Messages.LinesMenu_closed : state.script().map(by -> NLS.bind(Messages.SendMenu_held, by)).orElse(""); //$NON-NLS-1$
	}

	/** For the console that is there now. */
	Sending sending() {
		return new Sending(() -> terminal.getShell(), view.console().orElseThrow(), view.settings().lineEnding(), view.transfers());
	}

	/** Lets files be dropped on the terminal; how they are sent is asked there. */
	void acceptDrops() {
		final var target = new DropTarget(terminal, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(new Transfer[] {org.eclipse.swt.dnd.FileTransfer.getInstance()});
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				event.detail = whyNot(view.console()).isEmpty() ? DND.DROP_COPY : DND.DROP_NONE;
			}

			@Override
			public void dragOperationChanged(DropTargetEvent event) {
				dragEnter(event);
			}

			@Override
			public void drop(DropTargetEvent event) {
				if (event.data instanceof String[] files && files.length > 0) {
					terminal.getDisplay().asyncExec(() -> ask(List.of(files).stream().map(Path::of).toList()));
				}
			}
		});
	}

	/** Asks how files are sent, where they were dropped. */
	private void ask(List<Path> files) {
		if (terminal.isDisposed() || !whyNot(view.console()).isEmpty()) {
			return;
		}
		final var sending = sending();
		final var manager = new MenuManager();
		final String what = files.size() == 1 ? files.getFirst().getFileName().toString() : NLS.bind(Messages.Sending_files, Integer.toString(files.size()));
		manager.add(ConsoleMenu.action(NLS.bind(Messages.SendMenu_dropText, what), "", () -> files.forEach(file -> sending.text(file, Sending.Speed.FULL)))); //$NON-NLS-1$
		for (final Protocol protocol : Protocol.values()) {
			manager.add(ConsoleMenu.action(NLS.bind(Messages.SendMenu_drop, what, protocol.label()), "", () -> sending.send(protocol, files))); //$NON-NLS-1$
		}
		final var menu = manager.createContextMenu(terminal);
		menu.setVisible(true);
	}
}
