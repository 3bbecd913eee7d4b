package dev.benchtop.ui.internal.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A form that scrolls, on the right the file that comes of it, below what the field with the focus is for. */
final class FormWithPreview extends Composite {

	private static final int[] SHARES = { 58, 42 };

	private final ScrolledComposite scroller;
	private final Text preview;
	private final Label help;

	FormWithPreview(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 8).applyTo(this);
		final var sash = new SashForm(this, SWT.HORIZONTAL);
		sash.setSashWidth(10);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		scroller = new ScrolledComposite(sash, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		scroller.addListener(SWT.Resize, _ -> fit());
		preview = new Text(sash, SWT.BORDER | SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		preview.setFont(JFaceResources.getTextFont());
		preview.setToolTipText(Messages.FormWithPreview_preview);
		sash.setWeights(SHARES);
		help = new Label(this, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, 2 * help.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(help);
	}

	/** Empties the form; returns where it is to be built anew. */
	Composite clear() {
		final Control old = scroller.getContent();
		if (old != null) {
			old.dispose();
		}
		final var area = new Composite(scroller, SWT.NONE);
		GridLayoutFactory.fillDefaults().extendedMargins(2, 8, 2, 2).spacing(0, 12).applyTo(area);
		scroller.setContent(area);
		return area;
	}

	/** Gives the form the room that it wants. */
	void fit() {
		final Control content = scroller.getContent();
		if (content != null) {
			scroller.setMinSize(content.computeSize(Math.max(200, scroller.getClientArea().width), SWT.DEFAULT));
		}
	}

	void preview(String text) {
		if (!preview.getText().equals(text)) {
			final int top = preview.getTopIndex();
			preview.setText(text);
			preview.setTopIndex(top);
		}
	}

	void help(String text) {
		help.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
