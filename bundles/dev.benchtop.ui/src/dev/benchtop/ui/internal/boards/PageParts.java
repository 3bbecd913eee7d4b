package dev.benchtop.ui.internal.boards;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What the pages are made of. */
final class PageParts {

	private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName"; //$NON-NLS-1$

	private PageParts() {
	}

	/** A large heading. */
	static Label title(Composite parent, String text) {
		final var label = wrapped(parent, text);
		label.setFont(scaled(label, 1.7));
		style(label, "benchtop-title"); //$NON-NLS-1$
		return label;
	}

	/** A heading of a part of the page. */
	static Label heading(Composite parent, String text) {
		final var label = new Label(parent, SWT.NONE);
		label.setText(text);
		label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		return label;
	}

	/** Text that breaks its lines. */
	static Label wrapped(Composite parent, String text) {
		final var label = new Label(parent, SWT.WRAP);
		label.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(label);
		return label;
	}

	/** As {@link #wrapped}, in the colour of what is said by the way. */
	static Label quiet(Composite parent, String text) {
		final var label = wrapped(parent, text);
		style(label, "benchtop-quiet"); //$NON-NLS-1$
		return label;
	}

	/** Gives a control a class of the style sheet. */
	static void style(Control control, String styleClass) {
		control.setData(CSS_CLASS, styleClass);
	}

	private static Font scaled(Control owner, double factor) {
		final var resources = new LocalResourceManager(JFaceResources.getResources(), owner);
		final int height = JFaceResources.getDialogFont().getFontData()[0].getHeight();
		return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setHeight((int) Math.round(height * factor)));
	}
}
