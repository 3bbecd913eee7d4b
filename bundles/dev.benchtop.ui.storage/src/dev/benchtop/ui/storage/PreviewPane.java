package dev.benchtop.ui.storage;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.core.CancelToken;
import dev.benchtop.ui.SoftSelection;
import dev.benchtop.ui.storage.Preview.Look;

/** What is in the file that is selected: of a disk image what was found in it, else text or bytes. */
final class PreviewPane extends Composite {

	private static final int PAUSE = 150;
	private static final int FACT_WIDTH = 110;

	private final StorageRoom room;
	private final Label title;
	private final Composite stack;
	private final Table facts;
	private final Text text;
	private final ToolItem[] looks = new ToolItem[Look.values().length];
	private CancelToken looking = CancelToken.none();
	private Optional<Preview> preview = Optional.empty();
	private Optional<Place> shown = Optional.empty();

	PreviewPane(Composite parent, StorageRoom room) {
		super(parent, SWT.NONE);
		this.room = room;
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
		final var head = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(8, 2, 0, 0).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		title = new Label(head, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
		final var bar = new ToolBar(head, SWT.FLAT);
		for (final var look : Look.values()) {
			final var item = new ToolItem(bar, SWT.RADIO);
			item.setText(look.label());
			item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
				if (item.getSelection()) {
					preview.ifPresent(found -> fill(found, look));
				}
			}));
			looks[look.ordinal()] = item;
		}
		stack = new Composite(this, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		facts = new Table(stack, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		new TableColumn(facts, SWT.NONE).setWidth(FACT_WIDTH);
		new TableColumn(facts, SWT.NONE);
		SoftSelection.on(facts);
		Accessibles.name(facts, Messages.Preview_facts);
		text = new Text(stack, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		Accessibles.name(text, Messages.Preview_name);
		clear();
		addDisposeListener(_ -> looking.cancel());
	}

	/** Shows nothing, and ends a look at what was selected before. */
	void clear() {
		looking.cancel();
		preview = Optional.empty();
		shown = Optional.empty();
		title.setText(Messages.Preview_nothing);
		enable(false);
		text.setText(""); //$NON-NLS-1$
		top(text);
	}

	/** Looks into a file. */
	void show(Target target) {
		if (shown.filter(target.place()::equals).isPresent()) {
			return;
		}
		clear();
		shown = Optional.of(target.place());
		title.setText(target.place().name().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		title.setToolTipText(target.place().text());
		text.setText(Messages.Preview_looking);
		final var token = new CancelToken();
		looking = token;
		getDisplay().timerExec(PAUSE, () -> {
			if (!token.isCancelled()) {
				Thread.ofPlatform().daemon().name("Storage preview").start(() -> look(target, token)); //$NON-NLS-1$
			}
		});
	}

	private void look(Target target, CancelToken token) {
		final var found = Preview.of(room, target, token);
		if (!token.isCancelled()) {
			room.display().asyncExec(() -> {
				if (!token.isCancelled() && !isDisposed()) {
					preview = Optional.of(found);
					enable(true);
					looks[Look.FACTS.ordinal()].setEnabled(!found.facts().isEmpty());
					fill(found, found.best());
				}
			});
		}
	}

	private void fill(Preview found, Look look) {
		for (final var each : Look.values()) {
			looks[each.ordinal()].setSelection(each == look);
		}
		if (look == Look.FACTS) {
			facts.removeAll();
			found.facts().forEach(fact -> new TableItem(facts, SWT.NONE).setText(new String[] {fact.name(), fact.value()}));
			facts.getColumn(1).pack();
			top(facts);
		} else {
			text.setText(found.failure().orElseGet(() -> look == Look.TEXT ? found.text() : found.hex()));
			text.setTopIndex(0);
			top(text);
		}
	}

	private void enable(boolean enabled) {
		for (final var item : looks) {
			item.setEnabled(enabled);
		}
	}

	private void top(Control control) {
		((StackLayout) stack.getLayout()).topControl = control;
		stack.layout();
	}
}
