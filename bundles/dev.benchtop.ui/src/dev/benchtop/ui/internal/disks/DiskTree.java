package dev.benchtop.ui.internal.disks;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jface.viewers.ITreeContentProvider;

import dev.benchtop.core.spi.Finder.Found;

/** Disks and what each is made of, as a tree. */
final class DiskTree implements ITreeContentProvider {

	private static final Object[] NONE = {};

	/** A partition of a disk. */
	record Part(Found disk, int index) {

		String text() {
			return disk.parts().get(index);
		}
	}

	/** The disks that are meant by rows. */
	static List<Found> disks(List<?> rows) {
		return rows.stream().map(row -> row instanceof Part part ? part.disk() : (Found) row).distinct().toList();
	}

	@Override
	public Object[] getElements(Object input) {
		return input instanceof List<?> disks ? disks.toArray() : NONE;
	}

	@Override
	public Object[] getChildren(Object parent) {
		return parent instanceof Found disk ? IntStream.range(0, disk.parts().size()).mapToObj(index -> new Part(disk, index)).toArray() : NONE;
	}

	@Override
	public Object getParent(Object element) {
		return element instanceof Part part ? part.disk() : null;
	}

	@Override
	public boolean hasChildren(Object element) {
		return element instanceof Found disk && !disk.parts().isEmpty();
	}
}
