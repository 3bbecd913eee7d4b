package dev.benchtop.ui.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.jface.action.Action;

import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.ui.Icons;

/**
 * One thing that can be done with transfers.
 *
 * @param begins whether a line stands before it
 * @param fits the ones that it can be done with
 * @param whyNot why it cannot be done with any that is selected
 */
record TransferAction(String label, String icon, String keys, boolean begins, Predicate<Item> fits, String whyNot, Consumer<List<Item>> action) {

	boolean possible(List<Item> items) {
		return items.stream().anyMatch(fits);
	}

	/** Does it with those that it can be done with; returns whether there are any. */
	boolean run(List<Item> items) {
		final var fitting = items.stream().filter(fits).toList();
		if (!fitting.isEmpty()) {
			action.accept(fitting);
		}
		return !fitting.isEmpty();
	}

	String tooltip(List<Item> items) {
		return label + (keys.isEmpty() ? "" : " (" + keys + ')') + Optional.of(whyNot).filter(_ -> !possible(items)).map(why -> ": " + why).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	Action item(List<Item> items) {
		final var item = new Action(keys.isEmpty() ? label : label + '\t' + keys, Icons.descriptor(TransferAction.class, icon)) {
			@Override
			public void run() {
				TransferAction.this.run(items);
			}
		};
		item.setEnabled(possible(items));
		return item;
	}
}
