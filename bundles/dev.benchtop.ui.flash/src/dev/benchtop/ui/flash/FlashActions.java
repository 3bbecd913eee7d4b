package dev.benchtop.ui.flash;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.ui.DropAction;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.FlasherActions;
import dev.benchtop.ui.NodeAction;

/** A double click on a flasher, or a file dropped on a board or flasher, opens the wizard with both filled in. */
@Component
public final class FlashActions implements NodeAction, DropAction, FlasherActions {

	private final FlashRoom room;

	@Activate
	public FlashActions(@Reference FlashRoom room) {
		this.room = room;
	}

	@Override
	public boolean handles(Node node) {
		return node.offers(Flasher.class);
	}

	@Override
	public void run(Node node) {
		room.flash(on(node));
	}

	@Override
	public boolean accepts(Object boardOrNode, String[] files) {
		final Board board = board(boardOrNode);
		return files.length <= 1 && board.usable() && board.bench().trusted() && board.allNodes().stream().anyMatch(node -> node.offers(Flasher.class));
	}

	@Override
	public void drop(Object boardOrNode, String[] files) {
		room.display().asyncExec(() -> room.flash(on(boardOrNode).image(files[0])));
	}

	@Override
	public void flash(List<Node> flashers, Optional<String> image) {
		final var settings = new FlashSettings().boards(flashers.stream().map(Node::board).distinct().toList());
		if (flashers.size() == 1) {
			settings.target(flashers.getFirst(), ""); //$NON-NLS-1$
		}
		image.ifPresent(settings::image);
		room.flash(settings);
	}

	@Override
	public void backUp(Node flasher) {
		new DumpDialog(Errors.shell(), room, flasher, true).open();
	}

	/** Settings with the board filled in, and the flasher where one is meant. */
	static FlashSettings on(Object boardOrNode) {
		final var settings = new FlashSettings().board(board(boardOrNode));
		return boardOrNode instanceof Node node && node.offers(Flasher.class) ? settings.target(node.ref().orElse(node), "") : settings; //$NON-NLS-1$
	}

	private static Board board(Object boardOrNode) {
		return boardOrNode instanceof Node node ? node.board() : (Board) boardOrNode;
	}
}
