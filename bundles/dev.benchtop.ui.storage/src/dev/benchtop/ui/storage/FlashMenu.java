package dev.benchtop.ui.storage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.ui.DropAction;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.Nodes;

/** <i>Flash</i>: an image of a storage on a board, by whichever room takes what is dropped on boards. */
final class FlashMenu {

	private final StorageRoom room;

	FlashMenu(StorageRoom room) {
		this.room = room;
	}

	void fill(IMenuManager menu, Chosen chosen) {
		final var reason = chosen.notOneFile();
		final String[] image = reason.isPresent() ? new String[0] : new String[] {chosen.first().place().text()};
		final List<Board> boards = room.session().bench().map(Bench::boards).orElse(List.of()).stream().filter(board -> takes(board, image)).toList();
		if (reason.isPresent() || boards.isEmpty()) {
			menu.add(new StorageAction(Messages.FlashMenu_label, "flash", "", _ -> reason.or(() -> Optional.of(Messages.FlashMenu_noBoard)), //$NON-NLS-1$ //$NON-NLS-2$
					_ -> { }).item(chosen));
			return;
		}
		final var selected = Nodes.boards(room.session().selection());
		if (boards.size() == 1) {
			menu.add(item(NLS.bind(Messages.FlashMenu_on, boards.getFirst().name()), boards.getFirst(), image));
			return;
		}
		final var sub = new MenuManager(Messages.FlashMenu_menu, Icons.descriptor("flash"), null); //$NON-NLS-1$
		boards.stream().sorted(Comparator.comparing(board -> selected.contains(board) ? 0 : 1))
				.forEach(board -> sub.add(item(NLS.bind(Messages.FlashMenu_board, board.name()), board, image)));
		menu.add(sub);
	}

	private boolean takes(Board board, String[] image) {
		return room.drops().stream().anyMatch(drop -> drop.accepts(board, image));
	}

	private Action item(String label, Board board, String[] image) {
		final var item = new Action(label, Icons.descriptor("flash")) { //$NON-NLS-1$
			@Override
			public void run() {
				room.drops().stream().filter(drop -> drop.accepts(board, image)).findFirst().ifPresent((DropAction drop) -> drop.drop(board, image));
			}
		};
		return item;
	}
}
