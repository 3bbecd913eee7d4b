package dev.benchtop.ui.internal.disks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.dnd.URLTransfer;

/** Takes an image that is dropped on a disk. */
final class ImageDrop extends ViewerDropAdapter {

	private ImageDrop(TreeViewer viewer) {
		super(viewer);
		setFeedbackEnabled(false);
	}

	static void on(TreeViewer viewer) {
		viewer.addDropSupport(DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT,
				new Transfer[] { FileTransfer.getInstance(), URLTransfer.getInstance(), TextTransfer.getInstance() }, new ImageDrop(viewer));
	}

	@Override
	public boolean validateDrop(Object target, int operation, TransferData type) {
		overrideOperation(DND.DROP_COPY);
		return target != null;
	}

	@Override
	public boolean performDrop(Object data) {
		final Optional<String> image = image(data);
		final var disks = DiskTree.disks(List.of(getCurrentTarget()));
		image.ifPresent(_ -> DiskActions.flash(disks, image));
		return image.isPresent();
	}

	private static Optional<String> image(Object data) {
		return switch (data) {
			case String[] files when files.length == 1 -> Optional.of(files[0]);
			case String text when text.strip().lines().count() == 1 -> Optional.of(path(text.strip()));
			case null, default -> Optional.empty();
		};
	}

	private static String path(String line) {
		return line.startsWith("file:") ? Path.of(URI.create(line)).toString() : line; //$NON-NLS-1$
	}
}
