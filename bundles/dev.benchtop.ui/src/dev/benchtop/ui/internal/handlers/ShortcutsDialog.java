package dev.benchtop.ui.internal.handlers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;

/** The keys of the commands of this product. */
final class ShortcutsDialog extends Dialog {

	private static final String OWN = "dev.benchtop."; //$NON-NLS-1$
	private static final List<String> OF_THE_PLATFORM = List.of("org.eclipse.ui.window.maximizePart", "org.eclipse.ui.window.nextView", //$NON-NLS-1$ //$NON-NLS-2$
			"org.eclipse.ui.window.previousView"); //$NON-NLS-1$

	ShortcutsDialog(Shell parent) {
		super(parent);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.ShortcutsDialog_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(24, 18).spacing(40, 6).applyTo(area);
		keys().forEach((name, key) -> {
			new Label(area, SWT.NONE).setText(name);
			final var label = new Label(area, SWT.NONE);
			label.setText(key);
			label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		});
		final var note = new Label(area, SWT.WRAP);
		note.setText(Messages.ShortcutsDialog_console);
		GridDataFactory.fillDefaults().span(2, 1).hint(320, SWT.DEFAULT).indent(0, 10).applyTo(note);
		return area;
	}

	private static Map<String, String> keys() {
		final var commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		final var bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
		final var keys = new TreeMap<String, String>();
		final var ids = Arrays.stream(commands.getDefinedCommandIds().toArray()).map(Object::toString).filter(id -> id.startsWith(OWN));
		Stream.concat(ids, OF_THE_PLATFORM.stream()).forEach(id -> {
			final String key = bindings.getBestActiveBindingFormattedFor(id);
			if (key != null) {
				try {
					keys.put(commands.getCommand(id).getName(), key);
				} catch (NotDefinedException e) {
					ILog.of(ShortcutsDialog.class).warn(e.getMessage(), e);
				}
			}
		});
		return keys;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setFocus();
	}
}
