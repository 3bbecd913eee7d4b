package dev.benchtop.ui.internal.handlers;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Icons;

/** What this is, which version, on what it runs. */
final class AboutDialog extends Dialog {

	private static final int WIDTH = 420;
	private static final int COPY = IDialogConstants.CLIENT_ID;

	AboutDialog(Shell parent) {
		super(parent);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.AboutDialog_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(24, 20).spacing(18, 8).applyTo(area);
		final var logo = new Label(area, SWT.NONE);
		logo.setImage(Icons.image("benchtop-64")); //$NON-NLS-1$
		GridDataFactory.fillDefaults().span(1, 4).align(SWT.BEGINNING, SWT.BEGINNING).applyTo(logo);
		line(area, NLS.bind(Messages.AboutDialog_name, version())).setFont(JFaceResources.getHeaderFont());
		line(area, Messages.AboutDialog_text);
		line(area, platform());
		final var license = new Link(area, SWT.WRAP);
		license.setText(Messages.AboutDialog_license);
		license.addListener(SWT.Selection, event -> Program.launch(event.text));
		return area;
	}

	private static Label line(Composite area, String text) {
		final var label = new Label(area, SWT.WRAP);
		label.setText(text);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private static String version() {
		final var version = FrameworkUtil.getBundle(AboutDialog.class).getVersion();
		return version.getMajor() + "." + version.getMinor() + '.' + version.getMicro(); //$NON-NLS-1$
	}

	private static String platform() {
		return NLS.bind(Messages.AboutDialog_platform, new Object[] { System.getProperty("java.version"), System.getProperty("os.name"), //$NON-NLS-1$ //$NON-NLS-2$
				System.getProperty("os.version"), Platform.getOSArch() }); //$NON-NLS-1$
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, COPY, Messages.AboutDialog_copy, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setFocus();
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == COPY) {
			CommandLine.copy(NLS.bind(Messages.AboutDialog_name, FrameworkUtil.getBundle(AboutDialog.class).getVersion()) + '\n' + platform(), getShell());
		} else {
			super.buttonPressed(id);
		}
	}
}
