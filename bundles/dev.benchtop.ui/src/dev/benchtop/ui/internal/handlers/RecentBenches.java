package dev.benchtop.ui.internal.handlers;

import java.nio.file.Path;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;

import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.internal.Homes;

/** The benches that were open before, in the menu <i>File</i>. */
public final class RecentBenches extends CompoundContributionItem {

	private static final int MOST = 10;

	@Override
	protected IContributionItem[] getContributionItems() {
		final var session = PlatformUI.getWorkbench().getService(BenchSession.class);
		return session.recent().stream().limit(MOST).map(folder -> item(session, folder)).toArray(IContributionItem[]::new);
	}

	private static IContributionItem item(BenchSession session, Path folder) {
		return new ActionContributionItem(new Action(Homes.shorten(folder)) {
			@Override
			public void run() {
				session.open(folder);
			}
		});
	}
}
