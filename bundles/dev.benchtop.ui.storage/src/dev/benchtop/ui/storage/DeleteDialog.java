package dev.benchtop.ui.storage;

import java.io.IOException;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.ui.QuestionDialog;
import dev.benchtop.ui.storage.TreeWork.Amount;

/** The question before something is deleted: it names what goes, and how much that is, which is counted meanwhile. */
final class DeleteDialog extends QuestionDialog {

	private static final int MOST_NAMES = 8;
	private static final Amount EMPTY_FOLDER = new Amount(0, 1, 0);

	private final StorageRoom room;
	private final List<Target> targets;
	private final CancelToken counting = new CancelToken();
	private Label amount;
	private volatile Amount counted = Amount.NOTHING;
	private volatile String failure = ""; //$NON-NLS-1$
	private volatile boolean complete;

	DeleteDialog(Shell parent, StorageRoom room, List<Target> targets) {
		super(parent, Messages.Delete_title, "warning", question(targets)); //$NON-NLS-1$
		this.room = room;
		this.targets = targets;
	}

	private static String question(List<Target> targets) {
		final Target first = targets.getFirst();
		final Place folder = first.place().parent().orElseThrow();
		return targets.size() == 1 ? NLS.bind(first.folder() ? Messages.Delete_folder : Messages.Delete_file, first.place().name(), folder.text())
				: NLS.bind(Messages.Delete_several, targets.size(), folder.text());
	}

	@Override
	protected void fill(Composite words) {
		line(words, names());
		amount = line(words, ""); //$NON-NLS-1$
		Thread.ofPlatform().daemon().name("Storage count").start(this::count); //$NON-NLS-1$
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
		amount.requestLayout();
		if (ended) {
			getButton(IDialogConstants.OK_ID).setEnabled(true);
		} else {
			amount.getDisplay().timerExec(100, this::tick);
		}
	}

	/** {@code 12 files in 3 folders, 3.4 GiB}. */
	static String words(Amount amount) {
		if (amount.equals(EMPTY_FOLDER)) {
			return Messages.Amount_emptyFolder;
		}
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
