package dev.benchtop.ui.internal.forms;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.ui.FoundHardware;
import dev.benchtop.ui.FoundHardware.Thing;
import dev.benchtop.ui.Icons;

/** What the new board is made from: hardware that was found on this machine, or a template. */
final class WhatPage extends WizardPage {

	/** A heading of the list with what stands under it. */
	private record Group(String label, List<? extends BoardTemplate> templates) {
	}

	private final List<BoardTemplate> templates;
	private final Optional<BoardTemplate> proposal;
	private TreeViewer viewer;
	private BoardTemplate chosen;
	private Optional<List<FoundTemplate>> shown = Optional.empty();
	private Optional<List<FoundTemplate>> newest = Optional.empty();

	/** @param proposal what is chosen at first */
	WhatPage(List<BoardTemplate> templates, Optional<BoardTemplate> proposal) {
		super("what"); //$NON-NLS-1$
		this.templates = templates;
		this.proposal = proposal;
		this.chosen = proposal.orElse(null);
		setTitle(Messages.WhatPage_title);
		setDescription(Messages.WhatPage_description);
		setPageComplete(chosen != null);
	}

	BoardTemplate chosen() {
		return chosen;
	}

	@Override
	public void createControl(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 10).applyTo(page);
		viewer = new TreeViewer(page, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 240).applyTo(viewer.getControl());
		viewer.setContentProvider(new Content());
		viewer.setLabelProvider(new Labels());
		final var description = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, 3 * description.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(description);
		viewer.addSelectionChangedListener(_ -> {
			chosen = viewer.getStructuredSelection().getFirstElement() instanceof BoardTemplate template ? template : null;
			description.setText(chosen == null ? "" : chosen.description().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			setPageComplete(chosen != null);
		});
		viewer.addDoubleClickListener(_ -> {
			if (chosen != null) {
				getContainer().showPage(getNextPage());
			}
		});
		show();
		final BoardTemplate first = proposal.orElse(templates.isEmpty() ? null : templates.getFirst());
		if (first != null) {
			viewer.setSelection(new StructuredSelection(first), first == proposal.orElse(null));
		}
		final var hardware = new FoundHardware(page.getDisplay(), _ -> true, this::heard);
		page.addListener(SWT.Dispose, _ -> hardware.close());
		setControl(page);
	}

	/** What a later page makes a board of stays chosen there, be it plugged in or not. */
	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			refresh();
		}
	}

	private void heard(List<Thing> found) {
		newest = Optional.of(found.stream().map(each -> new FoundTemplate(each.finder(), each.found())).toList());
		if (!viewer.getControl().isDisposed() && isCurrentPage()) {
			refresh();
		}
	}

	private void refresh() {
		if (!shown.equals(newest)) {
			shown = newest;
			show();
		}
	}

	/** Keeps what is chosen as long as it is there. */
	private void show() {
		final String heading = shown.isEmpty() ? Messages.WhatPage_looking : shown.get().isEmpty() ? Messages.WhatPage_nothing : Messages.WhatPage_found;
		final BoardTemplate before = chosen;
		viewer.setInput(List.of(new Group(heading, shown.orElse(List.of())), new Group(Messages.WhatPage_templates, templates)));
		viewer.expandAll();
		if (before != null) {
			viewer.setSelection(new StructuredSelection(before), false);
		}
		viewer.getTree().setTopItem(viewer.getTree().getItem(0));
	}

	private static final class Content implements ITreeContentProvider {

		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return parent instanceof Group group ? group.templates().toArray() : new Object[0];
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return element instanceof Group group && !group.templates().isEmpty();
		}
	}

	private static final class Labels extends ColumnLabelProvider {

		@Override
		public String getText(Object element) {
			return switch (element) {
			case Group group -> group.label();
			case FoundTemplate template -> NLS.bind(Messages.WhatPage_foundLabel, template.label(), template.found().detail());
			default -> ((BoardTemplate) element).label();
			};
		}

		@Override
		public Image getImage(Object element) {
			return switch (element) {
			case Group _ -> null;
			case FoundTemplate template -> Icons.image(switch (template.finder().kind()) {
			case "port" -> "console"; //$NON-NLS-1$ //$NON-NLS-2$
			case "mux" -> "mux"; //$NON-NLS-1$ //$NON-NLS-2$
			default -> "storage"; //$NON-NLS-1$
			});
			default -> Icons.image("template"); //$NON-NLS-1$
			};
		}
	}
}
