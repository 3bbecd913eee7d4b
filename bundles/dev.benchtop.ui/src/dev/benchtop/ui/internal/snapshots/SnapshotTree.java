package dev.benchtop.ui.internal.snapshots;

import java.util.Optional;

import org.eclipse.jface.viewers.ITreeContentProvider;

import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.capability.Snapshots.Tree;

/** Snapshots below those that they came from. */
final class SnapshotTree implements ITreeContentProvider {

	private Tree tree;

	/** What is shown from now on. */
	void show(Tree now) {
		tree = now;
	}

	Optional<String> current() {
		return tree == null ? Optional.empty() : tree.current();
	}

	@Override
	public Object[] getElements(Object input) {
		return input instanceof Tree all ? all.children(Optional.empty()).toArray() : new Object[0];
	}

	@Override
	public Object[] getChildren(Object parent) {
		return tree.children(Optional.of(((Snapshot) parent).name())).toArray();
	}

	@Override
	public Object getParent(Object element) {
		return ((Snapshot) element).parent().flatMap(tree::find).orElse(null);
	}

	@Override
	public boolean hasChildren(Object element) {
		return getChildren(element).length > 0;
	}
}
