package dev.benchtop.ui.console.log;

import java.text.NumberFormat;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.core.console.LogSearch;
import dev.benchtop.ui.Icons;

/** The strip above a log: what is looked for, how, and which of how many places is shown. */
final class FindBar extends Composite {

	/** What the person wants. */
	interface Listener {

		/** Another text is looked for, or in another way. */
		void query(String text, boolean regex, boolean matchCase);

		/** The next place is wanted, or with -1 the one before. */
		void go(int direction);

		/** Nothing is looked for any more. */
		void close();
	}

	private static final int FIELD = 220;

	private final Listener listener;
	private final Text field;
	private final ToolItem matchCase;
	private final ToolItem regex;
	private final Label count;

	FindBar(Composite parent, Listener listener) {
		super(parent, SWT.NONE);
		this.listener = listener;
		GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 2).spacing(4, 0).applyTo(this);
		field = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		field.setMessage(Messages.FindBar_find);
		GridDataFactory.swtDefaults().hint(FIELD, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(field);
		field.addModifyListener(_ -> ask());
		field.addListener(SWT.KeyDown, this::key);
		field.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN && event.detail != SWT.TRAVERSE_ESCAPE);
		final var tools = new ToolBar(this, SWT.FLAT);
		matchCase = item(tools, SWT.CHECK, "match-case", Messages.FindBar_matchCase, _ -> ask()); //$NON-NLS-1$
		regex = item(tools, SWT.CHECK, "regex", Messages.FindBar_regex, _ -> ask()); //$NON-NLS-1$
		item(tools, SWT.PUSH, "previous", Messages.FindBar_previous, _ -> listener.go(-1)); //$NON-NLS-1$
		item(tools, SWT.PUSH, "next", Messages.FindBar_next, _ -> listener.go(1)); //$NON-NLS-1$
		count = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(count);
		item(new ToolBar(this, SWT.FLAT), SWT.PUSH, "close", Messages.FindBar_close, _ -> listener.close()); //$NON-NLS-1$
	}

	private static ToolItem item(ToolBar bar, int kind, String icon, String tooltip, Consumer<?> action) {
		final var item = new ToolItem(bar, kind);
		item.setImage(Icons.image(FindBar.class, icon));
		item.setToolTipText(tooltip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.accept(null)));
		return item;
	}

	private void ask() {
		listener.query(field.getText(), regex.getSelection(), matchCase.getSelection());
	}

	private void key(Event event) {
		switch (event.keyCode) {
			case SWT.CR, SWT.KEYPAD_CR -> listener.go((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
			case SWT.F3 -> listener.go((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
			case SWT.ESC -> listener.close();
			default -> {
				return;
			}
		}
		event.doit = false;
	}

	/** Takes the focus, and a text to look for where there is one. */
	void begin(String text) {
		if (!text.isEmpty()) {
			field.setText(text);
		}
		field.selectAll();
		field.setFocus();
	}

	/** Says which of the places is shown, from 0 on, or with -1 that none is yet. */
	void say(LogSearch search, boolean searching, int shown) {
		final var numbers = NumberFormat.getIntegerInstance();
		final String all = numbers.format(search.count());
		final String one = shown < 0 ? "\u2013" : numbers.format(shown + 1L); //$NON-NLS-1$
		if (search.count() == 0) {
			say(searching ? Messages.FindBar_searching : Messages.FindBar_none);
		} else {
			say(NLS.bind(search.full() ? Messages.FindBar_most : searching ? Messages.FindBar_counting : Messages.FindBar_count, one, all));
		}
	}

	void say(String words) {
		if (!count.getText().equals(words)) {
			count.setText(words);
			count.setToolTipText(words.isEmpty() ? null : words);
		}
	}

	void refuse(String why) {
		say(NLS.bind(Messages.FindBar_noPattern, why.lines().findFirst().orElse(""))); //$NON-NLS-1$
	}
}
