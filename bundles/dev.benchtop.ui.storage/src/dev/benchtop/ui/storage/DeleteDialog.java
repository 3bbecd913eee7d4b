package dev.benchtop.ui.storage;

import java.io.IOException;
import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.storage.TreeWork.Amount;

/** The question before something is deleted: it names what goes, and how much that is, which is counted meanwhile. */
final class DeleteDialog extends Dialog {

	private static final int WIDTH = 460;
	private static final int MOST_NAMES = 8;

	private final StorageRoom room;
	private final List<Target> targets;
	private final CancelToken counting = new CancelToken();
	private Label amount;
	private volatile Amount counted = Amount.NOTHING;
	private volatile String failure = ""; //$NON-NLS-1$
	private volatile boolean complete;

	DeleteDialog(Shell parent, StorageRoom room, List<Target> targets) {
		super(parent);
		this.room = room;
		this.targets = targets;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.Delete_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(12, 8).applyTo(area);
		final var icon = new Label(area, SWT.NONE);
		icon.setImage(Icons.image("warning")); //$NON-NLS-1$
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 3).applyTo(icon);
		final Place folder = targets.getFirst().place().parent().orElseThrow();
		final String question = targets.size() == 1
				? NLS.bind(targets.getFirst().folder() ? Messages.Delete_folder : Messages.Delete_file, targets.getFirst().place().name(), folder.text())
				: NLS.bind(Messages.Delete_several, targets.size(), folder.text());
		label(area, question).setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		label(area, names());
		amount = label(area, ""); //$NON-NLS-1$
		Thread.ofPlatform().daemon().name("Storage count").start(this::count); //$NON-NLS-1$
		return area;
	}

	private String names() {
		if (targets.size() == 1) {
			return targets.getFirst().place().text();
		}
		final var text = new StringBuilder();
		targets.stream().limit(MOST_NAMES)
				.forEach(target -> text.append(target.place().name()).append(target.folder() ? "/" : "  " + new ByteSize(target.size()).display()).append('\n')); //$NON-NLS-1$ //$NON-NLS-2$
		if (targets.size() > MOST_NAMES) {
			text.append(NLS.bind(Messages.Delete_more, targets.size() - MOST_NAMES));
		}
		return text.toString().stripTrailing();
	}

	private static Label label(Composite area, String text) {
		final var label = new Label(area, SWT.WRAP);
		label.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.Delete_button, false).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true);
		tick();
	}

	private void count() {
		Amount all = Amount.NOTHING;
		try {
			for (final var target : targets) {
				final Amount before = all;
				all = target.folder()
						? before.plus(new Amount(0, 1, 0)).plus(TreeWork.count(room, target.place(), counting, below -> counted = before.plus(below)))
						: before.plus(new Amount(1, 0, target.size()));
				counted = all;
			}
		} catch (BenchException e) {
			failure = e.what();
		} catch (IOException e) {
			failure = Failures.of(Messages.Delete_notCounted, targets.getFirst().place(), e).getMessage();
		}
		complete = true;
	}

	private void tick() {
		if (amount.isDisposed()) {
			return;
		}
		final boolean ended = complete;
		final String words = words(counted);
		amount.setText(!failure.isEmpty() ? failure : ended ? NLS.bind(Messages.Delete_amount, words) : NLS.bind(Messages.Delete_counting, words));
		if (ended) {
			getButton(IDialogConstants.OK_ID).setEnabled(true);
		} else {
			amount.getDisplay().timerExec(100, this::tick);
		}
	}

	/** {@code 12 files in 3 folders, 3.4 GiB}. */
	static String words(Amount amount) {
		final String files = amount.files() == 1 ? Messages.Amount_file : NLS.bind(Messages.Amount_files, RowWords.count(amount.files()));
		final String size = new ByteSize(amount.bytes()).display();
		return amount.folders() == 0 ? NLS.bind(Messages.Amount_flat, files, size) : NLS.bind(Messages.Amount_deep,
				new Object[] {files, amount.folders() == 1 ? Messages.Amount_folder : NLS.bind(Messages.Amount_folders, RowWords.count(amount.folders())), size});
	}

	@Override
	public boolean close() {
		counting.cancel();
		return super.close();
	}
}
