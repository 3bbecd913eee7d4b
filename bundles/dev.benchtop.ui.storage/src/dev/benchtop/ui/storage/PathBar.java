package dev.benchtop.ui.storage;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.ui.Icons;

/** Back, forward, up and refresh, where one is, and the filter. */
final class PathBar extends Composite {

	/** What its parts do. */
	interface Ways {
		void back();

		void forward();

		void up();

		void refresh();

		void go(String text);

		void filter(String words);

		void leave();
	}

	private final ToolItem back;
	private final ToolItem forward;
	private final ToolItem up;
	private final ToolItem refresh;
	private final Text path;
	private final Text filter;
	private final ToolBar end;
	private String shown = ""; //$NON-NLS-1$

	PathBar(Composite parent, Ways ways) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(4, 2).spacing(6, 0).applyTo(this);
		final var bar = new ToolBar(this, SWT.FLAT);
		back = tool(bar, "back", Messages.PathBar_back, ways::back); //$NON-NLS-1$
		forward = tool(bar, "forward", Messages.PathBar_forward, ways::forward); //$NON-NLS-1$
		up = tool(bar, "up", Messages.PathBar_up, ways::up); //$NON-NLS-1$
		refresh = tool(bar, "refresh", Messages.PathBar_refresh, ways::refresh); //$NON-NLS-1$
		path = new Text(this, SWT.BORDER | SWT.SINGLE);
		path.setMessage(Messages.PathBar_pathHint);
		Accessibles.name(path, Messages.PathBar_path);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(path);
		path.addListener(SWT.DefaultSelection, _ -> ways.go(path.getText().strip()));
		path.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ESC) {
				path.setText(shown);
				ways.leave();
			}
		});
		filter = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.PathBar_filter);
		Accessibles.name(filter, Messages.PathBar_filter);
		GridDataFactory.fillDefaults().hint(170, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(filter);
		filter.addModifyListener(_ -> ways.filter(filter.getText()));
		filter.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ESC) {
				filter.setText(""); //$NON-NLS-1$
				ways.leave();
			} else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				event.doit = false;
				ways.leave();
			}
		});
		end = new ToolBar(this, SWT.FLAT);
	}

	/** The tool bar at the end, for what can be done here. */
	ToolBar end() {
		return end;
	}

	private static ToolItem tool(ToolBar bar, String icon, String tooltip, Runnable action) {
		final var item = new ToolItem(bar, SWT.PUSH);
		item.setImage(Icons.image(PathBar.class, icon));
		item.setToolTipText(tooltip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
		return item;
	}

	void show(Place place, History history) {
		shown = place.text();
		path.setText(shown);
		path.setSelection(shown.length());
		back.setEnabled(history.canGoBack());
		forward.setEnabled(history.canGoForward());
		up.setEnabled(!place.isRoot());
		refresh.setEnabled(true);
	}

	/** Shows that nothing is open. */
	void clear() {
		shown = ""; //$NON-NLS-1$
		path.setText(shown);
		back.setEnabled(false);
		forward.setEnabled(false);
		up.setEnabled(false);
		refresh.setEnabled(false);
	}

	void focusPath() {
		path.setFocus();
		path.selectAll();
	}

	/** Begins or goes on to filter with what was typed elsewhere. */
	void filter(String typed) {
		filter.append(typed);
		filter.setFocus();
		filter.setSelection(filter.getCharCount());
	}

	void clearFilter() {
		if (!filter.getText().isEmpty()) {
			filter.setText(""); //$NON-NLS-1$
		}
	}
}
