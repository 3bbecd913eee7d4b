package dev.benchtop.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

import dev.benchtop.ui.internal.boards.BoardsView;
import dev.benchtop.ui.internal.boards.OverviewView;

/** The layout: boards on the left, the board's page and the consoles in the main area, flashes below. */
public final class BenchtopPerspective implements IPerspectiveFactory {

	static final String ID = "dev.benchtop.ui.perspective"; //$NON-NLS-1$

	private static final String LEFT = "dev.benchtop.ui.left"; //$NON-NLS-1$
	private static final String MAIN = "dev.benchtop.ui.main"; //$NON-NLS-1$
	private static final String BOTTOM = "dev.benchtop.ui.bottom"; //$NON-NLS-1$
	private static final float LEFT_SHARE = 0.27f;
	private static final float MAIN_SHARE = 0.70f;

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		final var left = layout.createFolder(LEFT, IPageLayout.LEFT, LEFT_SHARE, layout.getEditorArea());
		left.addView(BoardsView.ID);
		final var main = layout.createFolder(MAIN, IPageLayout.RIGHT, LEFT_SHARE, LEFT);
		main.addView(OverviewView.ID);
		main.addPlaceholder("dev.benchtop.ui.console.*:*"); //$NON-NLS-1$
		final var bottom = layout.createPlaceholderFolder(BOTTOM, IPageLayout.BOTTOM, MAIN_SHARE, MAIN);
		bottom.addPlaceholder("dev.benchtop.ui.flash.*"); //$NON-NLS-1$
		layout.getViewLayout(BoardsView.ID).setCloseable(false);
		layout.getViewLayout(OverviewView.ID).setCloseable(false);
	}
}
