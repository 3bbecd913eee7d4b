package dev.benchtop.ui.storage;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.ui.Icons;

/**
 * One thing that can be done with what is selected; menus, tool bar and keys all come from it.
 *
 * @param label with its ellipsis where it asks for something
 * @param icon its name; empty for none
 * @param keys as they are shown; empty for none
 * @param whyNot why it cannot be done now; empty where it can
 */
record StorageAction(String label, String icon, String keys, Function<Chosen, Optional<String>> whyNot, Consumer<Chosen> action) {

	private static final int LONGEST_REASON = 60;

	StorageAction withoutKeys() {
		return new StorageAction(label, icon, "", whyNot, action); //$NON-NLS-1$
	}

	boolean possible(Chosen chosen) {
		return whyNot.apply(chosen).isEmpty();
	}

	/** Does it where it can be done; returns whether. */
	boolean run(Chosen chosen) {
		if (possible(chosen)) {
			action.accept(chosen);
			return true;
		}
		return false;
	}

	/** An item of a menu; greyed with the reason where it cannot be done. */
	Action item(Chosen chosen) {
		final var reason = whyNot.apply(chosen);
		final var item = new Action(text(reason), image()) {
			@Override
			public void run() {
				action.accept(chosen);
			}
		};
		item.setEnabled(reason.isEmpty());
		reason.ifPresent(item::setToolTipText);
		return item;
	}

	/** What it is for, and why it cannot be done. */
	String tooltip(Chosen chosen) {
		final String plain = label.replace("\u2026", ""); //$NON-NLS-1$ //$NON-NLS-2$
		final String name = keys.isEmpty() ? plain : NLS.bind(Messages.StorageAction_keys, plain, keys);
		return whyNot.apply(chosen).map(reason -> NLS.bind(Messages.StorageAction_whyNotTooltip, name, reason)).orElse(name);
	}

	ImageDescriptor image() {
		return icon.isEmpty() ? null : icon.equals("copy") || icon.equals("flash") || icon.equals("edit") ? Icons.descriptor(icon) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				: Icons.descriptor(StorageAction.class, icon);
	}

	private String text(Optional<String> reason) {
		if (reason.isPresent()) {
			final String line = reason.get();
			return NLS.bind(Messages.StorageAction_whyNot, label, line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + '\u2026' : line);
		}
		return keys.isEmpty() ? label : label + '\t' + keys;
	}
}
