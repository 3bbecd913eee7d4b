package dev.benchtop.ui.internal.boards;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.ui.Icons;

/** One node on the page of its board: name, how it stands, what it is, and what can be done with it. */
final class NodeRow {

	static final int COLUMNS = 5;

	private static final int INDENT = 18;
	private static final int ICON = 16;
	/** How wide the items may be together, in pixels, so that what the node is has its place in a window of 1280. */
	private static final int ROOM = 390;
	/** What an item needs beside its text. */
	private static final int AROUND = 36;

	private final Bench bench;
	private final String board;
	private final String path;
	private final Label stateIcon;
	private final Label word;
	private final ToolBar bar;

	NodeRow(Composite table, Bench bench, Node node) {
		this.bench = bench;
		this.board = node.board().name();
		this.path = node.path();
		final int depth = (int) path.chars().filter(character -> character == '.').count();
		final var name = new Composite(table, SWT.NONE);
		org.eclipse.jface.layout.GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(name);
		GridDataFactory.fillDefaults().indent(depth * INDENT, 0).align(SWT.BEGINNING, SWT.CENTER).applyTo(name);
		new Label(name, SWT.NONE).setImage(NodeIcons.of(node));
		final var text = new Label(name, SWT.NONE);
		text.setText(node.name());
		text.setToolTipText(Tooltips.of(node));
		stateIcon = new Label(table, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).hint(ICON, ICON).applyTo(stateIcon);
		word = new Label(table, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(110, SWT.DEFAULT).applyTo(word);
		bar = new ToolBar(table, SWT.FLAT | SWT.RIGHT);
		bar.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$ a colour of the style sheet would hide what is disabled
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(bar);
		table.addListener(SWT.Paint, _ -> matchBackground());
		final var kind = new Label(table, SWT.NONE);
		kind.setText(kind(node));
		kind.setToolTipText(kind.getText());
		PageParts.style(kind, "benchtop-quiet"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(kind);
		final var commands = RoomCommands.of(node);
		final List<Verb> verbs = node.knownVerbs();
		final int shown = fitting(commands.stream().map(RoomCommands.RoomCommand::label).toList(), verbs.stream().map(Verbs::label).toList());
		commands.forEach(this::item);
		verbs.subList(0, shown).forEach(this::item);
		if (shown < verbs.size()) {
			more(verbs.subList(shown, verbs.size()).stream().map(Verb::id).toList());
		}
	}

	/** How many of the verbs have room beside the commands; where not all have, the menu of the others needs some too. */
	private int fitting(List<String> commands, List<String> verbs) {
		final var pen = new GC(bar);
		try {
			int left = ROOM - width(pen, commands);
			if (width(pen, verbs) <= left) {
				return verbs.size();
			}
			left -= width(pen, List.of(Messages.NodeRow_more));
			int count = 0;
			while (count < verbs.size() && width(pen, verbs.subList(0, count + 1)) <= left) {
				count++;
			}
			return count;
		} finally {
			pen.dispose();
		}
	}

	private static int width(GC pen, List<String> labels) {
		return labels.stream().mapToInt(label -> pen.textExtent(label).x + AROUND).sum();
	}

	private static String kind(Node node) {
		if (node.ref().isPresent()) {
			return NLS.bind(Messages.Tooltips_alias, node.ref().get().path());
		}
		if (node.unsupported()) {
			return NLS.bind(Messages.Tooltips_unsupported, node.type());
		}
		final String targets = String.join(", ", node.shape().targets()); //$NON-NLS-1$
		return node.factory().map(factory -> DriverTexts.of(factory).label())
				.orElse(targets.isEmpty() ? node.description() : NLS.bind(Messages.NodeRow_targets, targets));
	}

	private void item(RoomCommands.RoomCommand command) {
		final var item = new ToolItem(bar, SWT.PUSH);
		item.setText(command.label());
		item.setImage(Icons.image(command.id(), RoomCommands.icon(command)));
		item.addListener(SWT.Selection, _ -> node().ifPresent(node -> RoomCommands.run(command, node)));
	}

	private void item(Verb verb) {
		final var item = new ToolItem(bar, SWT.PUSH);
		item.setText(Verbs.label(verb));
		item.setData(verb.id());
		VerbIcons.of(verb.id()).ifPresent(icon -> item.setImage(Icons.image(icon)));
		item.addListener(SWT.Selection, _ -> node()
				.ifPresent(node -> Verbs.find(node, verb.id()).ifPresent(now -> VerbRunner.run(List.of(new NodeVerb(node, now))))));
	}

	/** The rarer verbs, in a menu. */
	private void more(List<String> ids) {
		final var item = new ToolItem(bar, SWT.DROP_DOWN);
		item.setText(Messages.NodeRow_more);
		item.setToolTipText(Messages.NodeRow_moreTip);
		item.addListener(SWT.Selection, _ -> node().ifPresent(node -> {
			final var manager = new MenuManager();
			ids.forEach(id -> Verbs.find(node, id).ifPresent(verb -> manager.add(ContextMenu.verb(List.of(new NodeVerb(node, verb))))));
			final var menu = manager.createContextMenu(bar);
			menu.addListener(SWT.Hide, _ -> bar.getDisplay().asyncExec(manager::dispose));
			final var place = item.getBounds();
			menu.setLocation(bar.toDisplay(place.x, place.y + place.height));
			menu.setVisible(true);
		}));
	}

	/** Shows how the node stands now; returns whether that needs more or less room. */
	boolean update() {
		final Node node = node().orElse(null);
		if (node == null) {
			return false;
		}
		final var state = node.state();
		stateIcon.setImage(state.word().isEmpty() ? null : NodeIcons.of(state.level()));
		final boolean changed = !word.getText().equals(state.word());
		if (changed) {
			word.setText(state.word());
		}
		word.setToolTipText(state.detail().isBlank() ? null : state.detail());
		matchBackground();
		for (final var item : bar.getItems()) {
			if (item.getData() instanceof String id) {
				Verbs.find(node, id).ifPresent(verb -> enable(item, verb));
			}
		}
		return changed;
	}

	/** As the style sheet has no hand in the bar. */
	private void matchBackground() {
		final var background = bar.getParent().getBackground();
		if (!bar.getBackground().equals(background)) {
			bar.setBackground(background);
		}
	}

	private static void enable(ToolItem item, Verb verb) {
		final boolean possible = verb.whyNot().isEmpty();
		if (item.getEnabled() != possible) {
			item.setEnabled(possible);
		}
		item.setToolTipText(verb.whyNot().orElse(verb.label()));
	}

	private Optional<Node> node() {
		return bench.findBoard(board).flatMap(found -> found.node(path));
	}
}
