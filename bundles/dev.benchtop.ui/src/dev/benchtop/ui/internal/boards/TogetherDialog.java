package dev.benchtop.ui.internal.boards;

import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.BenchException;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.Nodes;
import dev.benchtop.ui.QuestionDialog;

/** What came of a verb on several nodes, a line for each. */
final class TogetherDialog extends QuestionDialog {

	private static final int WIDTH = 400;

	private final List<NodeVerb> verbs;
	private final Map<NodeVerb, BenchException> failures;

	TogetherDialog(Shell parent, List<NodeVerb> verbs, Map<NodeVerb, BenchException> failures) {
		super(parent, verbs.getFirst().verb().label(), "error", //$NON-NLS-1$
				NLS.bind(Messages.TogetherDialog_heading, new Object[] {verbs.getFirst().verb().label(), failures.size(), verbs.size()}));
		this.verbs = verbs;
		this.failures = failures;
	}

	@Override
	protected void fill(Composite words) {
		final var table = new Composite(words, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(table);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
		for (final var each : verbs) {
			final var failure = failures.get(each);
			final var icon = new Label(table, SWT.NONE);
			icon.setImage(Icons.image(failure == null ? "transfer-done" : failure.isCancelled() ? "state-warning" : "state-error")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			top(icon);
			final var name = new Label(table, SWT.NONE);
			name.setText(Nodes.address(each.node()));
			top(name);
			final var result = new Label(table, SWT.WRAP);
			result.setText(words(failure).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
			GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(result);
		}
	}

	private static void top(Label label) {
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
	}

	/** The place stands in a column of its own. */
	private static String words(BenchException failure) {
		if (failure == null) {
			return Messages.TogetherDialog_done;
		}
		final String why = failure.why().map(reason -> failure.what() + ": " + reason).orElse(failure.what()); //$NON-NLS-1$
		return failure.next().map(next -> why + '\n' + next).orElse(why);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}
}
