package dev.benchtop.ui.display;

import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.ui.Icons;

/** The strip above a screen: how it is shown in words, and what can be done with it. */
final class DisplayBar {

	/** What the buttons do. */
	interface Doings {

		void exact(boolean exact);

		/** Whether the board's screen is to be as large as there is room for. */
		void follow(boolean follow);

		void fullScreen();

		void send(Combination combination);

		void typeClipboard();

		void giveClipboard();

		void picture();

		void viewOnly(boolean viewOnly);
	}

	/** Not of a class of its own: the theme knows composites by the name of theirs. */
	private final Composite control;
	private final Label text;
	private final ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
	private final Doings doings;
	private final Action follow;

	/**
	 * @param follow whether the board's screen is to be as large as there is room for
	 */
	DisplayBar(Composite parent, Doings doings, boolean exact, boolean follow, boolean viewOnly) {
		this.doings = doings;
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(8, 3, 2, 2).applyTo(control);
		text = new Label(control, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
		tools.add(toggle("fit", Messages.DisplayBar_fit, !exact, fit -> doings.exact(!fit))); //$NON-NLS-1$
		this.follow = toggle("follow", Messages.DisplayBar_follow, follow, doings::follow); //$NON-NLS-1$
		tools.add(this.follow);
		tools.add(button("full-screen", Messages.DisplayBar_fullScreen, doings::fullScreen)); //$NON-NLS-1$
		tools.add(new Separator());
		tools.add(new KeysMenu());
		tools.add(button("type", Messages.DisplayBar_type, doings::typeClipboard)); //$NON-NLS-1$
		tools.add(new Separator());
		tools.add(button("picture", Messages.DisplayBar_picture, doings::picture)); //$NON-NLS-1$
		tools.add(toggle("view-only", Messages.DisplayBar_viewOnly, viewOnly, doings::viewOnly)); //$NON-NLS-1$
		tools.createControl(control);
		control.addDisposeListener(_ -> tools.dispose());
	}

	Composite control() {
		return control;
	}

	/** Whether the display lets its size be asked for. */
	void resizable(boolean resizable) {
		if (follow.isEnabled() != resizable) {
			follow.setEnabled(resizable);
			follow.setText(resizable ? Messages.DisplayBar_follow : Messages.DisplayBar_fixed);
		}
	}

	void say(String words) {
		if (!control.isDisposed() && !text.getText().equals(words)) {
			text.setText(words);
			text.setToolTipText(words);
		}
	}

	private static Action button(String icon, String label, Runnable body) {
		final var action = new Action(label) {
			@Override
			public void run() {
				body.run();
			}
		};
		action.setImageDescriptor(Icons.descriptor(DisplayBar.class, icon));
		return action;
	}

	private static Action toggle(String icon, String label, boolean checked, Consumer<Boolean> body) {
		final var action = new Action(label, IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				body.accept(isChecked());
			}
		};
		action.setChecked(checked);
		action.setImageDescriptor(Icons.descriptor(DisplayBar.class, icon));
		return action;
	}

	/** Keys that do not come through by themselves. */
	private final class KeysMenu extends Action implements IMenuCreator {

		private final MenuManager manager = new MenuManager();

		KeysMenu() {
			super(Messages.DisplayBar_keys, AS_DROP_DOWN_MENU);
			setImageDescriptor(Icons.descriptor(DisplayBar.class, "keys")); //$NON-NLS-1$
			setMenuCreator(this);
			for (final var group : Combination.groups()) {
				for (final var combination : group) {
					manager.add(new Action(combination.name()) {
						@Override
						public void run() {
							doings.send(combination);
						}
					});
				}
				manager.add(new Separator());
			}
			manager.add(new Action(Messages.DisplayBar_giveClipboard) {
				@Override
				public void run() {
					doings.giveClipboard();
				}
			});
		}

		/** The whole button opens the menu: nobody restarts a board by a slip. */
		@Override
		public void runWithEvent(Event event) {
			if (event.widget instanceof ToolItem item) {
				final var place = item.getBounds();
				final Menu menu = manager.createContextMenu(item.getParent());
				menu.setLocation(item.getParent().toDisplay(place.x, place.y + place.height));
				menu.setVisible(true);
			}
		}

		@Override
		public Menu getMenu(Control parent) {
			return manager.createContextMenu(parent);
		}

		@Override
		public Menu getMenu(Menu parent) {
			return null;
		}

		@Override
		public void dispose() {
			manager.dispose();
		}
	}
}
