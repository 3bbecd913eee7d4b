package dev.benchtop.ui.internal.boards;

import java.util.Optional;

import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.dnd.URLTransfer;

import dev.benchtop.ui.DropAction;
import dev.benchtop.ui.internal.Services;

/** Takes files and URLs that are dropped on a board or node, and gives them to the room that wants them; an image beside them makes a board. */
final class FileDrop extends ViewerDropAdapter {

	private static final String[] UNKNOWN = {};

	private final Services<DropAction> actions = new Services<>(DropAction.class);
	private final ImageDrop images = new ImageDrop();

	private FileDrop(TreeViewer viewer) {
		super(viewer);
		setFeedbackEnabled(false);
	}

	static void on(TreeViewer viewer) {
		viewer.addDropSupport(DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT,
				new Transfer[] { FileTransfer.getInstance(), URLTransfer.getInstance(), TextTransfer.getInstance() }, new FileDrop(viewer));
	}

	@Override
	public boolean validateDrop(Object target, int operation, TransferData type) {
		overrideOperation(DND.DROP_COPY);
		return target == null ? images.possible() : action(target, UNKNOWN).isPresent();
	}

	@Override
	public boolean performDrop(Object data) {
		final String[] files = files(data);
		final Object target = getCurrentTarget();
		if (target == null && files.length == 1) {
			getViewer().getControl().getDisplay().asyncExec(() -> images.drop(files[0]));
			return true;
		}
		final var action = target == null || files.length == 0 ? Optional.<DropAction>empty() : action(target, files);
		action.ifPresent(found -> getViewer().getControl().getDisplay().asyncExec(() -> found.drop(target, files)));
		return action.isPresent();
	}

	private Optional<DropAction> action(Object target, String[] files) {
		return actions.all().stream().filter(action -> action.accepts(target, files)).findFirst();
	}

	private static String[] files(Object data) {
		return switch (data) {
			case String[] files -> files;
			case String text when !text.isBlank() -> text.strip().lines().map(FileDrop::path).toArray(String[]::new);
			case null, default -> UNKNOWN;
		};
	}

	private static String path(String line) {
		return line.startsWith("file:") ? java.nio.file.Path.of(java.net.URI.create(line)).toString() : line; //$NON-NLS-1$
	}
}
