package dev.benchtop.ui.internal.servers;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.ui.Icons;

/** What the view says while there is no server: what one is good for, and how to get one. */
final class NoServers {

	private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName"; //$NON-NLS-1$
	private static final int WIDTH = 560;

	private final ServerRoom room;

	NoServers(ServerRoom room) {
		this.room = room;
	}

	Composite create(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(page);
		final var middle = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(middle);
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(middle);
		final var title = new Label(middle, SWT.NONE);
		title.setText(Messages.NoServers_title);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		final var text = new Label(middle, SWT.WRAP);
		text.setText(Messages.NoServers_text);
		text.setData(CSS_CLASS, "benchtop-quiet"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		final var buttons = new Composite(middle, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(0, 4).applyTo(buttons);
		for (final String protocol : room.protocols()) {
			final var button = new Button(buttons, SWT.PUSH);
			button.setText(ServerActions.serveLabel(protocol));
			button.setImage(Icons.image("server")); //$NON-NLS-1$
			button.addListener(SWT.Selection, _ -> chooseFolder(room, protocol, button.getShell()));
		}
		return page;
	}

	/** Asks for a folder, and serves it. */
	static void chooseFolder(ServerRoom room, String protocol, Shell shell) {
		final var dialog = new DirectoryDialog(shell, SWT.OPEN);
		dialog.setText(ServerActions.serveLabel(protocol));
		final String folder = dialog.open();
		if (folder != null) {
			room.serve(protocol, folder);
		}
	}
}
