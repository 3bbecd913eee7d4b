package dev.benchtop.ui.internal.boards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuListener;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.Nodes;
import dev.benchtop.ui.internal.forms.BoardEditing;

/** What can be done with the rows that are selected; what cannot be done now says why. */
final class ContextMenu implements IMenuListener {

	private static final int REASON = 50;

	private final BenchSession session;

	ContextMenu(BenchSession session) {
		this.session = session;
	}

	@Override
	public void menuAboutToShow(IMenuManager menu) {
		final var selection = session.selection();
		final boolean trusted = session.bench().map(bench -> bench.trusted()).orElse(false);
		if (!selection.isEmpty() && trusted) {
			rooms(menu, selection);
			menu.add(new Separator());
			verbs(menu, selection);
			menu.add(new Separator());
		}
		final var boards = Nodes.boards(selection);
		if (boards.size() == 1) {
			files(menu, boards.getFirst(), selection);
		}
	}

	private static void rooms(IMenuManager menu, List<Object> selection) {
		for (final var command : RoomCommands.all()) {
			final var nodes = targets(selection, command.capability()).stream().filter(command::suits).toList();
			if (!nodes.isEmpty()) {
				menu.add(action(command.label(), RoomCommands.icon(command), () -> nodes.forEach(node -> RoomCommands.run(command, node))));
			}
		}
	}

	private static void verbs(IMenuManager menu, List<Object> selection) {
		final Map<String, List<NodeVerb>> byId = new LinkedHashMap<>();
		for (final var node : verbNodes(selection)) {
			for (final var verb : node.knownVerbs()) {
				byId.computeIfAbsent(verb.id(), _ -> new java.util.ArrayList<>()).add(new NodeVerb(node, verb));
			}
		}
		byId.values().forEach(same -> menu.add(verb(same)));
	}

	private static List<Node> verbNodes(List<Object> selection) {
		return selection.stream().<Node>mapMulti((selected, out) -> {
			if (selected instanceof Node node) {
				out.accept(node);
			} else {
				Nodes.of(List.of(selected), Power.class).forEach(out);
			}
		}).distinct().toList();
	}

	/** What does a verb with all nodes at once; where it is not possible, it says why. */
	static Action verb(List<NodeVerb> same) {
		final var first = same.getFirst().verb();
		final boolean possible = same.stream().anyMatch(each -> each.verb().whyNot().isEmpty());
		final String label = Verbs.label(first);
		final String reason = first.whyNot().orElse(""); //$NON-NLS-1$
		final String text = possible ? label : NLS.bind(Messages.ContextMenu_whyNot, label, shortened(reason));
		final var action = action(text, VerbIcons.of(first.id()).map(Icons::descriptor).orElse(null), () -> VerbRunner.run(same));
		action.setEnabled(possible);
		action.setToolTipText(reason);
		return action;
	}

	private static void files(IMenuManager menu, Board board, List<Object> selection) {
		if (board.usable()) {
			menu.add(action(Messages.ContextMenu_edit, Icons.descriptor("edit"), () -> BoardEditing.edit(board))); //$NON-NLS-1$
		}
		menu.add(action(Messages.ContextMenu_text, Icons.descriptor("text"), () -> BoardEditing.editText(board.file(), 0))); //$NON-NLS-1$
		final String address = selection.size() == 1 && selection.getFirst() instanceof Node node ? Nodes.address(node) : board.name();
		menu.add(action(Messages.ContextMenu_copyAddress, Icons.descriptor("copy"), //$NON-NLS-1$
				() -> CommandLine.copy(address, org.eclipse.ui.PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell())));
	}

	private static List<Node> targets(List<Object> selection, Class<? extends Capability> type) {
		final boolean nodesOnly = selection.stream().allMatch(Node.class::isInstance);
		return nodesOnly ? selection.stream().map(Node.class::cast).filter(node -> node.offers(type)).toList() : Nodes.of(selection, type);
	}

	private static String shortened(String reason) {
		final String line = reason.lines().findFirst().orElse(""); //$NON-NLS-1$
		return line.length() <= REASON ? line : line.substring(0, REASON) + '\u2026';
	}

	private static Action action(String text, ImageDescriptor icon, Runnable run) {
		final var action = new Action(text, icon) {
			@Override
			public void run() {
				run.run();
			}
		};
		return action;
	}
}
