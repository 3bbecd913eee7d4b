package dev.benchtop.ui.internal.snapshots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Parameter;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.internal.boards.NodeVerb;
import dev.benchtop.ui.internal.boards.VerbRunner;

/** What can be done with snapshots, in the bar of the view and in its menu: the verbs of the node, with the snapshot that is selected. */
final class SnapshotActions {

	private static final String SAVE = "save"; //$NON-NLS-1$
	private static final String NAME = "name"; //$NON-NLS-1$

	/** A verb and its icon. */
	private record Deed(String verb, String icon) {
	}

	private static final List<Deed> DEEDS = List.of(new Deed(SAVE, "snapshot-save"), new Deed("load", "snapshot-load"), new Deed("delete", "clear")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	private final Supplier<Optional<Node>> node;
	private final Supplier<Optional<Snapshot>> selected;
	private final ToolBar bar;
	private final List<ToolItem> items = new ArrayList<>();

	SnapshotActions(Composite parent, Supplier<Optional<Node>> node, Supplier<Optional<Snapshot>> selected) {
		this.node = node;
		this.selected = selected;
		bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
		bar.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$ a colour of the style sheet would hide what is disabled
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		for (final Deed deed : DEEDS) {
			final var item = new ToolItem(bar, SWT.PUSH);
			item.setImage(Icons.image(deed.icon()));
			item.addListener(SWT.Selection, _ -> run(deed));
			item.setData(deed);
			items.add(item);
		}
	}

	void attachMenu(Control control) {
		final var menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(_ -> DEEDS.forEach(deed -> menu.add(action(deed))));
		control.setMenu(menu.createContextMenu(control));
	}

	/** Enables what can be done now; the others say why in their tooltips. */
	void update() {
		if (!bar.getBackground().equals(bar.getParent().getBackground())) {
			bar.setBackground(bar.getParent().getBackground());
		}
		for (final ToolItem item : items) {
			final var deed = (Deed) item.getData();
			final var verb = verb(deed);
			item.setText(verb.map(Verb::label).orElse("")); //$NON-NLS-1$
			item.setEnabled(verb.isPresent() && verb.get().whyNot().isEmpty());
			item.setToolTipText(verb.flatMap(Verb::whyNot).orElse(null));
		}
		bar.requestLayout();
	}

	private Action action(Deed deed) {
		final var verb = verb(deed);
		final var action = new Action(verb.map(Verb::label).orElse("")) { //$NON-NLS-1$
			@Override
			public void run() {
				SnapshotActions.this.run(deed);
			}
		};
		action.setImageDescriptor(Icons.descriptor(deed.icon()));
		action.setEnabled(verb.isPresent() && verb.get().whyNot().isEmpty());
		return action;
	}

	private void run(Deed deed) {
		verb(deed).ifPresent(verb -> VerbRunner.run(List.of(new NodeVerb(node.get().orElseThrow(), verb))));
	}

	/** The verb as it is meant here: of the selected snapshot. */
	private Optional<Verb> verb(Deed deed) {
		final var verb = node.get().flatMap(of -> of.knownVerbs().stream().filter(each -> each.id().equals(deed.verb())).findFirst());
		if (verb.isEmpty() || deed.verb().equals(SAVE)) {
			return verb;
		}
		final var chosen = selected.get();
		final Verb general = verb.get();
		final var parameters = general.parameters().stream().map(parameter -> parameter.id().equals(NAME)
				? new Parameter(NAME, parameter.label(), parameter.type(), chosen.map(Snapshot::name).orElse("")) : parameter).toList(); //$NON-NLS-1$
		final Optional<String> whyNot = general.whyNot().or(() -> chosen.isEmpty() ? Optional.of(Messages.SnapshotsView_select) : Optional.empty());
		return Optional.of(new Verb(general.id(), general.label(), parameters, general.danger(), whyNot, general.action(), general.loss()));
	}
}
