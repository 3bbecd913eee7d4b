package dev.benchtop.ui.internal.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.internal.Homes;

/** The form of a board that exists: a part for each configured node; comments and unknown keys of the file stay. */
final class EditBoardDialog extends TitleAreaDialog {

	private static final String DESCRIPTION = "description"; //$NON-NLS-1$
	private static final Point SIZE = new Point(960, 640);

	private final Board board;
	private final BenchEditor original;
	private final List<NodeForm> forms = new ArrayList<>();
	private FormWithPreview body;
	private Text description;

	EditBoardDialog(Shell parent, Board board, BenchEditor original) {
		super(parent);
		this.board = board;
		this.original = original;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Point getInitialSize() {
		return SIZE;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.EditBoardDialog_shell, board.name()));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(board.name());
		setMessage(NLS.bind(Messages.EditBoardDialog_message, Homes.shorten(board.file())));
		final var area = (Composite) super.createDialogArea(parent);
		body = new FormWithPreview(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		final var content = body.clear();
		final var head = new Composite(content, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		new Label(head, SWT.NONE).setText(Messages.NamePage_about);
		description = new Text(head, SWT.BORDER);
		description.setText(original.get(DESCRIPTION).map(Scalar::text).orElse("")); //$NON-NLS-1$
		description.addModifyListener(_ -> validate());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(description);
		board.allNodes().stream().filter(node -> node.factory().isPresent()).forEach(node -> node(content, node));
		body.fit();
		return area;
	}

	private void node(Composite parent, Node node) {
		final var factory = node.factory().orElseThrow();
		final var heading = new Label(parent, SWT.NONE);
		heading.setText(NLS.bind(Messages.EditBoardDialog_node, node.path(), DriverTexts.of(factory).label()));
		heading.setFont(org.eclipse.jface.resource.JFaceResources.getFontRegistry().getBold(org.eclipse.jface.resource.JFaceResources.DIALOG_FONT));
		final String place = "export." + node.path().replace(".", ".children.") + ".config"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		final var context = new FormContext(board.file().toAbsolutePath().getParent(), () -> board.name() + '.' + node.path(),
				field -> body.help(field.help()), this::validate);
		forms.add(new NodeForm(place, new ConfigForm(parent, ConfigSchema.of(factory), ConfigForm.map(original.get(place)), context)));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.EditBoardDialog_save, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		validate();
	}

	private void validate() {
		final var ok = getButton(IDialogConstants.OK_ID);
		if (ok == null) {
			return;
		}
		final Optional<String> problem = forms.stream().flatMap(form -> form.form().findings().stream()).findFirst();
		setErrorMessage(problem.orElse(null));
		ok.setEnabled(problem.isEmpty());
		if (problem.isEmpty()) {
			try {
				body.preview(changed(BenchEditor.open(board.file())).preview());
			} catch (BenchException e) {
				setErrorMessage(e.what());
			}
		}
		body.fit();
	}

	private BenchEditor changed(BenchEditor editor) throws BenchException {
		final String about = description.getText().strip();
		if (!about.equals(editor.get(DESCRIPTION).map(Scalar::text).orElse(""))) { //$NON-NLS-1$
			if (about.isEmpty()) {
				editor.remove(DESCRIPTION);
			} else {
				editor.set(DESCRIPTION, about);
			}
		}
		for (final var form : forms) {
			form.apply(editor);
		}
		return editor;
	}

	@Override
	protected void okPressed() {
		try {
			for (final var form : forms) {
				form.form().storeSecrets();
			}
			changed(original).save();
		} catch (BenchException e) {
			Errors.show(e);
			return;
		}
		BoardEditing.refresh();
		super.okPressed();
	}
}
