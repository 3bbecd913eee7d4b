package dev.benchtop.ui.internal.disks;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.ui.SoftSelection;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The disks that are plugged in, as they come and go; an image dropped on one is flashed there. */
public final class DisksView {

	public static final String ID = "dev.benchtop.ui.disks"; //$NON-NLS-1$

	private static final String FIXED = "fixed"; //$NON-NLS-1$
	private static final int NAME_WEIGHT = 45;
	private static final int DETAIL_WEIGHT = 55;
	private static final int MARGIN = 10;

	private final MPart part;
	private final DiskList disks = new DiskList();
	private final StackLayout stack = new StackLayout();
	private Composite area;
	private Composite empty;
	private Link none;
	private Composite holder;
	private TreeViewer viewer;

	@Inject
	DisksView(MPart part) {
		this.part = part;
	}

	@PostConstruct
	void create(Composite parent) {
		parent.setLayout(new FillLayout());
		area = new Composite(parent, SWT.NONE);
		area.setLayout(stack);
		empty = new Composite(area, SWT.NONE);
		final var layout = new FillLayout();
		layout.marginWidth = MARGIN;
		layout.marginHeight = MARGIN;
		empty.setLayout(layout);
		none = new Link(empty, SWT.WRAP);
		none.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> fixed(true)));
		createTree();
		stack.topControl = empty;
		final var menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(new DiskMenu(viewer, this::fixed, this::fixed));
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		empty.setMenu(menu.createContextMenu(empty));
		none.setMenu(empty.getMenu());
		disks.begin(fixed(), this::show);
	}

	private void createTree() {
		holder = new Composite(area, SWT.NONE);
		final var columns = new TreeColumnLayout();
		holder.setLayout(columns);
		viewer = new TreeViewer(holder, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
		viewer.setContentProvider(new DiskTree());
		viewer.setComparer(new ById());
		ColumnViewerToolTipSupport.enableFor(viewer);
		final var name = new TreeViewerColumn(viewer, SWT.NONE);
		name.setLabelProvider(new DiskLabels(true));
		columns.setColumnData(name.getColumn(), new ColumnWeightData(NAME_WEIGHT, 100));
		final var detail = new TreeViewerColumn(viewer, SWT.NONE);
		detail.setLabelProvider(new DiskLabels(false));
		columns.setColumnData(detail.getColumn(), new ColumnWeightData(DETAIL_WEIGHT, 100));
		viewer.addDoubleClickListener(_ -> DiskActions.flash(DiskTree.disks(viewer.getStructuredSelection().toList()), Optional.empty()));
		SoftSelection.on(viewer.getTree());
		ImageDrop.on(viewer);
	}

	private boolean fixed() {
		return Boolean.parseBoolean(part.getPersistedState().get(FIXED));
	}

	private void fixed(boolean shown) {
		part.getPersistedState().put(FIXED, Boolean.toString(shown));
		disks.fixed(shown);
	}

	private void show(List<Found> found) {
		if (area.isDisposed()) {
			return;
		}
		final Object[] expanded = viewer.getExpandedElements();
		viewer.setInput(found);
		viewer.setExpandedElements(expanded);
		none.setText(fixed() ? Messages.DisksView_noneAtAll : Messages.DisksView_none);
		stack.topControl = found.isEmpty() ? empty : holder;
		area.layout();
	}

	@Focus
	void focus() {
		stack.topControl.setFocus();
	}

	@PreDestroy
	void dispose() {
		disks.close();
	}
}
