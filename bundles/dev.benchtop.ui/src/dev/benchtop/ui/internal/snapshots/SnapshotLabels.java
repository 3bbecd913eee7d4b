package dev.benchtop.ui.internal.snapshots;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.ui.Icons;

/** What a column says of a snapshot; the one that the board comes from stands out. */
final class SnapshotLabels extends ColumnLabelProvider {

	/** The columns. */
	enum Column {
		NAME, TIME, KIND, NOTE
	}

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private final Column column;
	private final SnapshotTree tree;

	SnapshotLabels(Column column, SnapshotTree tree) {
		this.column = column;
		this.tree = tree;
	}

	@Override
	public String getText(Object element) {
		final var snapshot = (Snapshot) element;
		return switch (column) {
			case NAME -> snapshot.name();
			case TIME -> TIME.format(snapshot.time());
			case KIND -> snapshot.running() ? NLS.bind(Messages.SnapshotLabels_running, new ByteSize(snapshot.bytes()).display()) : Messages.SnapshotLabels_disks;
			case NOTE -> snapshot.note();
		};
	}

	@Override
	public Image getImage(Object element) {
		return column == Column.NAME ? Icons.image(((Snapshot) element).running() ? "state-on" : "state-off") : null; //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public Font getFont(Object element) {
		final boolean current = tree.current().filter(((Snapshot) element).name()::equals).isPresent();
		return current ? JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT) : null;
	}
}
