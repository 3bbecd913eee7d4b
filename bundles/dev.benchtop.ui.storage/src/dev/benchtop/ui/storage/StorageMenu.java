package dev.benchtop.ui.storage;

import java.util.Optional;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;

/** The <i>Storage</i> menu: what can be done with what is selected in the Storage view. */
public final class StorageMenu extends CompoundContributionItem {

	@Override
	protected IContributionItem[] getContributionItems() {
		final var room = PlatformUI.getWorkbench().getService(StorageRoom.class);
		final var menu = new MenuManager();
		final var browser = Views.browser();
		StorageEditing.fill(menu, room, browser.flatMap(shown -> shown.tree().selected()).flatMap(room::store));
		browser.ifPresentOrElse(shown -> shown.actions().fillWithoutKeys(menu, shown.chosen()), () -> new Actions(room, new NoView()).fillWithoutKeys(menu, Chosen.NOTHING));
		final IContributionItem[] items = menu.getItems();
		for (final var item : items) {
			item.setParent(null);
		}
		return items;
	}

	/** Stands for the view while it is closed: everything is greyed then. */
	private static final class NoView implements Actions.View {
		@Override
		public void open(Target target) {
			Views.show(StorageView.ID);
		}

		@Override
		public void rename(Target target) {
			Views.show(StorageView.ID);
		}

		@Override
		public void refresh(Place folder, Optional<String> select) {
			Views.show(StorageView.ID);
		}
	}
}
