package dev.benchtop.ui.internal.disks;

import java.util.List;

import org.eclipse.jface.viewers.IElementComparer;

import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.ui.internal.disks.DiskTree.Part;

/** Rows are the same as long as they stand for the same disk, whatever has changed of it. */
final class ById implements IElementComparer {

	private static Object key(Object element) {
		return switch (element) {
			case Found disk -> disk.id();
			case Part part -> List.of(part.disk().id(), part.index());
			default -> element;
		};
	}

	@Override
	public boolean equals(Object one, Object other) {
		return one == other || one != null && other != null && key(one).equals(key(other));
	}

	@Override
	public int hashCode(Object element) {
		return key(element).hashCode();
	}
}
