package dev.benchtop.ui.internal.disks;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;

import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.internal.disks.DiskTree.Part;

/** Name of a disk, or where it is; a partition in a line. */
final class DiskLabels extends ColumnLabelProvider {

	private final boolean name;

	DiskLabels(boolean name) {
		this.name = name;
	}

	@Override
	public String getText(Object element) {
		final String text = switch (element) {
			case Found disk -> name ? disk.label() : disk.detail();
			case Part part -> part.text();
			default -> ""; //$NON-NLS-1$
		};
		if (element instanceof Part) {
			final int comma = text.indexOf(", "); //$NON-NLS-1$
			return comma < 0 ? text : name ? text.substring(0, comma) : text.substring(comma + 2);
		}
		return text;
	}

	@Override
	public Image getImage(Object element) {
		return name ? Icons.image(element instanceof Found ? "disk" : "partition") : null; //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public String getToolTipText(Object element) {
		return switch (element) {
			case Found disk -> String.join("\n", disk.label(), disk.detail(), String.join("\n", disk.parts())).strip(); //$NON-NLS-1$ //$NON-NLS-2$
			case Part part -> part.text();
			default -> null;
		};
	}
}
