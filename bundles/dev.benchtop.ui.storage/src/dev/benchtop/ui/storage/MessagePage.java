package dev.benchtop.ui.storage;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import dev.benchtop.core.BenchException;
import dev.benchtop.ui.Icons;

/** What is shown in place of rows: what is wrong and how to mend it, or what to begin with. */
final class MessagePage extends Composite {

	private static final int WIDTH = 420;

	/** One thing that can be done about it. */
	record Way(String label, Runnable action) {
	}

	MessagePage(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(24, 18).spacing(10, 8).applyTo(this);
	}

	void failure(BenchException error, Way... ways) {
		show(Icons.image("error"), error.what(), text(error), ways); //$NON-NLS-1$
	}

	private static String text(BenchException error) {
		final var text = new StringBuilder();
		error.where().ifPresent(where -> text.append(where).append('\n'));
		error.why().ifPresent(why -> text.append(why).append('\n'));
		error.next().ifPresent(next -> text.append(next).append('\n'));
		return text.toString().stripTrailing();
	}

	void hint(String title, String text, Way... ways) {
		show(Icons.image("hint"), title, text, ways); //$NON-NLS-1$
	}

	private void show(Image image, String title, String text, Way... ways) {
		for (final Control old : getChildren()) {
			old.dispose();
		}
		final var icon = new Label(this, SWT.NONE);
		icon.setImage(image);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		label(title).setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		new Label(this, SWT.NONE);
		label(text);
		if (ways.length > 0) {
			new Label(this, SWT.NONE);
			final var row = new Composite(this, SWT.NONE);
			GridLayoutFactory.fillDefaults().numColumns(ways.length).spacing(10, 0).applyTo(row);
			final var first = new Button(row, SWT.PUSH);
			first.setText(ways[0].label());
			first.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> ways[0].action().run()));
			for (int i = 1; i < ways.length; i++) {
				final var way = ways[i];
				final var link = new Link(row, SWT.NONE);
				link.setText("<a>" + way.label() + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
				link.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> way.action().run()));
				GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(link);
			}
		}
		layout(true, true);
	}

	private Label label(String text) {
		final var label = new Label(this, SWT.WRAP);
		label.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
