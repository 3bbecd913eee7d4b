package dev.benchtop.ui.internal.forms;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.ui.Icons;

/** What the new board is made from. */
final class TemplatePage extends WizardPage {

	private final List<BoardTemplate> templates;
	private BoardTemplate chosen;

	TemplatePage(List<BoardTemplate> templates) {
		super("template"); //$NON-NLS-1$
		this.templates = templates;
		setTitle(Messages.TemplatePage_title);
		setDescription(Messages.TemplatePage_description);
	}

	BoardTemplate chosen() {
		return chosen;
	}

	@Override
	public void createControl(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 10).applyTo(page);
		final var viewer = new TableViewer(page, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getControl());
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return ((BoardTemplate) element).label();
			}

			@Override
			public Image getImage(Object element) {
				return Icons.image("template"); //$NON-NLS-1$
			}
		});
		final var description = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, 3 * description.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(description);
		viewer.addSelectionChangedListener(_ -> {
			chosen = (BoardTemplate) viewer.getStructuredSelection().getFirstElement();
			description.setText(chosen == null ? "" : chosen.description()); //$NON-NLS-1$
			setPageComplete(chosen != null);
		});
		viewer.addDoubleClickListener(_ -> getContainer().showPage(getNextPage()));
		viewer.setInput(templates);
		if (!templates.isEmpty()) {
			viewer.setSelection(new StructuredSelection(templates.getFirst()));
		}
		setPageComplete(chosen != null);
		setControl(page);
	}
}
