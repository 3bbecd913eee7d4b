package dev.benchtop.ui.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.Target;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** Asks which target is read back, and into which file. */
final class DumpDialog extends TitleAreaDialog {

	private final FlashRoom room;
	private final Node flasher;
	private final boolean backup;
	private List<Target> targets = List.of();
	private Combo target;
	private Text file;
	private Button map;
	private CommandLine command;

	/** {@code backup} proposes a block map. */
	DumpDialog(Shell parent, FlashRoom room, Node flasher, boolean backup) {
		super(parent);
		this.room = room;
		this.flasher = flasher.ref().orElse(flasher);
		this.backup = backup;
		setShellStyle(getShellStyle() | SWT.RESIZE);
		setHelpAvailable(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(title());
	}

	private String title() {
		return NLS.bind(backup ? Messages.DumpDialog_backup : Messages.DumpDialog_title, flasher.board().name());
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(title());
		setMessage(Messages.DumpDialog_message);
		final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 12).spacing(8, 8).applyTo(area);
		new Label(area, SWT.NONE).setText(Messages.DumpDialog_target);
		target = new Combo(area, SWT.READ_ONLY);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(target);
		target.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> check()));
		new Label(area, SWT.NONE).setText(Messages.DumpDialog_file);
		file = new Text(area, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(320, SWT.DEFAULT).applyTo(file);
		file.addModifyListener(_ -> check());
		final var browse = new Button(area, SWT.PUSH);
		browse.setText(Messages.DumpDialog_browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> browse()));
		map = new Button(area, SWT.CHECK);
		map.setText(Messages.DumpDialog_map);
		map.setSelection(backup);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(map);
		map.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> check()));
		final var line = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(line);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(line);
		new Label(line, SWT.NONE).setText(Messages.HowPage_command);
		command = CommandLine.create(line, ""); //$NON-NLS-1$
		Work.quietly(Messages.WherePage_reading, _ -> read());
		return area;
	}

	private void read() {
		try {
			final List<Target> found = flasher.use(Flasher.class).targets();
			room.display().asyncExec(() -> fill(found));
		} catch (BenchException e) {
			room.display().asyncExec(() -> {
				if (!target.isDisposed()) {
					setErrorMessage(e.what() + e.why().map(why -> ": " + why).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
				}
			});
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, backup ? Messages.DumpDialog_backUp : Messages.DumpDialog_dump, true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void okPressed() {
		final Path chosen = path();
		if (Files.exists(chosen) && !replace(chosen)) {
			return;
		}
		final var order = new FlashTask.Dump(flasher, chosenTarget(), chosen, map.getSelection());
		super.okPressed();
		room.start(order);
	}

	private void fill(List<Target> found) {
		if (target.isDisposed()) {
			return;
		}
		targets = found;
		target.setItems(found.stream().map(one -> one.content().isEmpty() ? one.name() : one.name() + "  \u2013  " + one.content()).toArray(String[]::new)); //$NON-NLS-1$
		if (found.isEmpty()) {
			setErrorMessage(NLS.bind(Messages.DumpDialog_noTargets, flasher.board().name()));
		} else {
			target.select(0);
			if (backup && file.getText().isEmpty()) {
				file.setText(Path.of(System.getProperty("user.home")).resolve(proposal() + ".zst").toString()); //$NON-NLS-1$ //$NON-NLS-2$
			}
			check();
		}
	}

	private void check() {
		final Button ok = getButton(IDialogConstants.OK_ID);
		final String text = file.getText().strip();
		setErrorMessage(null);
		setMessage(Messages.DumpDialog_message);
		if (target.getSelectionIndex() < 0 || text.isEmpty()) {
			setMessage(Messages.DumpDialog_fileMissing);
			ok.setEnabled(false);
			return;
		}
		final Path folder = path().toAbsolutePath().getParent();
		if (folder == null || !Files.isDirectory(folder)) {
			setErrorMessage(NLS.bind(Messages.DumpDialog_folderMissing, folder));
		} else if (Files.exists(path())) {
			setMessage(Messages.DumpDialog_exists, IMessageProvider.WARNING);
		}
		command.set(CommandLine.of(map.getSelection() ? "backup" : "dump", flasher.board().name() + '/' + flasher.path() + ':' + chosenTarget(), text)); //$NON-NLS-1$ //$NON-NLS-2$
		ok.setEnabled(getErrorMessage() == null);
	}

	private void browse() {
		final var dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setFilterExtensions(new String[] {"*.img.zst", "*.img", "*"}); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		dialog.setFileName(proposal());
		final String chosen = dialog.open();
		if (chosen != null) {
			file.setText(chosen);
		}
	}

	private String proposal() {
		return flasher.board().name() + '-' + (target.getSelectionIndex() < 0 ? "" : chosenTarget()) + ".img"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private boolean replace(Path existing) {
		try {
			final String modified = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault())
					.format(Files.getLastModifiedTime(existing).toInstant());
			final Object[] words = {existing, new ByteSize(Files.size(existing)).display(), modified};
			return MessageDialog.openConfirm(getShell(), Messages.DumpDialog_overwriteTitle, NLS.bind(Messages.DumpDialog_overwrite, words));
		} catch (IOException e) {
			Errors.show(BenchException.failed(Messages.DumpDialog_overwriteTitle).where(existing.toString()).why(e).build());
			return false;
		}
	}

	private Path path() {
		return Path.of(file.getText().strip());
	}

	private String chosenTarget() {
		return targets.get(target.getSelectionIndex()).name();
	}
}
