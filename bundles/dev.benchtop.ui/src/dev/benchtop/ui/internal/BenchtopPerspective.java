package dev.benchtop.ui.internal;

import java.util.List;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

import dev.benchtop.ui.internal.boards.BoardsView;
import dev.benchtop.ui.internal.boards.OverviewView;
import dev.benchtop.ui.internal.disks.DisksView;
import dev.benchtop.ui.internal.power.ReadingsView;
import dev.benchtop.ui.internal.snapshots.SnapshotsView;

/** The layout: boards on the left, the board's page and the consoles in the main area, what runs and lies around below. */
public final class BenchtopPerspective implements IPerspectiveFactory {

	static final String ID = "dev.benchtop.ui.perspective"; //$NON-NLS-1$

	private static final String LEFT = "dev.benchtop.ui.left"; //$NON-NLS-1$
	private static final String MAIN = "dev.benchtop.ui.main"; //$NON-NLS-1$
	private static final String BOTTOM = "dev.benchtop.ui.bottom"; //$NON-NLS-1$
	private static final String DISKS = "dev.benchtop.ui.left.disks"; //$NON-NLS-1$
	private static final float BOARDS_SHARE = 0.78f;
	private static final float LEFT_SHARE = 0.27f;
	private static final float MAIN_SHARE = 0.62f;
	/** Views of the other rooms, in the order of their tabs. */
	private static final List<String> TABS = List.of("dev.benchtop.ui.storage.view", "dev.benchtop.ui.flash.queue", "dev.benchtop.ui.servers", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"dev.benchtop.ui.storage.transfers"); //$NON-NLS-1$

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		final var left = layout.createFolder(LEFT, IPageLayout.LEFT, LEFT_SHARE, layout.getEditorArea());
		left.addView(BoardsView.ID);
		final var main = layout.createFolder(MAIN, IPageLayout.RIGHT, LEFT_SHARE, LEFT);
		main.addView(OverviewView.ID);
		main.addPlaceholder("dev.benchtop.ui.console.*:*"); //$NON-NLS-1$
		final var bottom = layout.createFolder(BOTTOM, IPageLayout.BOTTOM, MAIN_SHARE, MAIN);
		TABS.forEach(bottom::addView);
		bottom.addPlaceholder(ReadingsView.ID);
		bottom.addPlaceholder(SnapshotsView.ID);
		layout.createFolder(DISKS, IPageLayout.BOTTOM, BOARDS_SHARE, LEFT).addView(DisksView.ID);
		layout.getViewLayout(BoardsView.ID).setCloseable(false);
		layout.getViewLayout(DisksView.ID).setCloseable(false);
		layout.getViewLayout(OverviewView.ID).setCloseable(false);
	}
}
