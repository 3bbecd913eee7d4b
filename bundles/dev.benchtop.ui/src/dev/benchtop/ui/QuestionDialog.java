package dev.benchtop.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** A question beside an icon, and below it what is to be known before it is answered. */
public abstract class QuestionDialog extends Dialog {

	private static final int WIDTH = 440;

	private final String title;
	private final String icon;
	private final String question;

	/** @param icon the name of an icon of this bundle, such as {@code question} or {@code warning} */
	protected QuestionDialog(Shell parent, String title, String icon, String question) {
		super(parent);
		this.title = title;
		this.icon = icon;
		this.question = question;
	}

	@Override
	protected final void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(title);
	}

	@Override
	protected final Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(12, 8).applyTo(area);
		final var image = new Label(area, SWT.NONE);
		image.setImage(Icons.image(icon));
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(image);
		final var words = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(words);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(words);
		line(words, question).setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		fill(words);
		return area;
	}

	/** Puts what stands below the question into a grid of one column. */
	protected abstract void fill(Composite words);

	/** Adds a text that is wrapped and shown as it is. */
	protected static Label line(Composite words, String text) {
		final var label = new Label(words, SWT.WRAP);
		label.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
