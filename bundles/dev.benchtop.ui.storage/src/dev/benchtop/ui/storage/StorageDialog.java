package dev.benchtop.ui.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.internal.forms.DriverForm;

/** <i>New storage</i> and <i>Edit storage</i>: what kind, under which name, how it is reached, and whether that works. */
final class StorageDialog extends TitleAreaDialog {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*"); //$NON-NLS-1$
	private static final Point SIZE = new Point(940, 600);
	private static final int TEST = IDialogConstants.CLIENT_ID;
	private static final String DESCRIPTION = "description"; //$NON-NLS-1$

	private final StorageRoom room;
	private final Path folder;
	private final List<StorageKind> kinds;
	private final Optional<Store> edited;
	private StorageKind kind;
	private DriverForm form;
	private Text name;
	private Text description;
	private String secretPrefix = ""; //$NON-NLS-1$
	private StorageTrial trial;
	private String savedName = ""; //$NON-NLS-1$

	/** A dialog that makes a storage in the folder of a bench. */
	StorageDialog(Shell parent, StorageRoom room, Path folder) {
		this(parent, room, folder, StorageKind.all(room.registry()), Optional.empty());
	}

	/** A dialog that changes a storage. */
	StorageDialog(Shell parent, StorageRoom room, Store store, StorageKind kind) {
		this(parent, room, store.board().file().toAbsolutePath().getParent(), List.of(kind), Optional.of(store));
	}

	private StorageDialog(Shell parent, StorageRoom room, Path folder, List<StorageKind> kinds, Optional<Store> edited) {
		super(parent);
		this.room = room;
		this.folder = folder;
		this.kinds = kinds;
		this.edited = edited;
		this.kind = kinds.getFirst();
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
		shell.setText(edited.map(store -> NLS.bind(Messages.StorageDialog_editTitle, store.name())).orElse(Messages.StorageDialog_newTitle));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = (Composite) super.createDialogArea(parent);
		form = new DriverForm(area, folder, this::secretPrefix, this::validate);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(form.control());
		fill("", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return area;
	}

	private void fill(String nameBefore, String descriptionBefore) {
		setTitle(edited.map(Store::name).orElse(Messages.StorageDialog_newTitle));
		final var content = form.clear();
		final var head = new Composite(content, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		if (edited.isEmpty()) {
			new Label(head, SWT.NONE).setText(Messages.StorageDialog_kind);
			final var combo = new Combo(head, SWT.READ_ONLY);
			combo.setItems(kinds.stream().map(StorageKind::label).toArray(String[]::new));
			combo.select(kinds.indexOf(kind));
			combo.setVisibleItemCount(kinds.size());
			Accessibles.name(combo, Messages.StorageDialog_kind);
			combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
				kind = kinds.get(combo.getSelectionIndex());
				head.getDisplay().asyncExec(() -> fill(name.getText(), description.getText()));
			}));
			GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
			name = line(head, Messages.StorageDialog_name, nameBefore);
			name.setMessage(Messages.StorageDialog_nameHint);
		}
		final var file = edited.flatMap(StorageDialog::open);
		description = line(head, Messages.StorageDialog_description, file.flatMap(editor -> editor.get(DESCRIPTION)).map(String::valueOf).orElse(descriptionBefore));
		form.fields(content, kind.schema(), file.map(editor -> DriverForm.values(editor, kind.place())).orElse(Map.of()));
		if (edited.isEmpty()) {
			name.setFocus();
		}
		validate();
	}

	private Text line(Composite parent, String label, String value) {
		new Label(parent, SWT.NONE).setText(label);
		final var text = new Text(parent, SWT.BORDER);
		text.setText(value);
		text.addModifyListener(_ -> validate());
		Accessibles.name(text, label);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		return text;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		final Button test = createButton(parent, TEST, Messages.StorageDialog_test, false);
		createButton(parent, IDialogConstants.OK_ID, edited.isPresent() ? Messages.StorageDialog_save : Messages.StorageDialog_create, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		test.setToolTipText(Messages.StorageDialog_testTooltip);
		validate();
	}

	private String storageName() {
		return edited.map(Store::name).orElseGet(() -> name.getText().strip());
	}

	private String secretPrefix() {
		return secretPrefix.isEmpty() ? storageName() : secretPrefix;
	}

	/** The text of the file as the form has it now. */
	private String text() throws BenchException {
		if (edited.isEmpty()) {
			return BenchEditor.renderStorage(storageName().isEmpty() ? "storage" : storageName(), description.getText().strip(), kind.type(), //$NON-NLS-1$
					kind.config(form.values()));
		}
		return changed(BenchEditor.open(edited.get().board().file())).preview();
	}

	private BenchEditor changed(BenchEditor editor) throws BenchException {
		final String about = description.getText().strip();
		if (!about.equals(editor.get(DESCRIPTION).map(String::valueOf).orElse(""))) { //$NON-NLS-1$
			editor.set(DESCRIPTION, about.isEmpty() ? null : about);
		}
		form.apply(editor, kind.place());
		return editor;
	}

	private static Optional<BenchEditor> open(Store store) {
		try {
			return Optional.of(BenchEditor.open(store.board().file()));
		} catch (BenchException e) {
			Errors.show(e);
			return Optional.empty();
		}
	}

	private void validate() {
		if (getButton(IDialogConstants.OK_ID) == null) {
			return;
		}
		endTrial();
		final Optional<String> wrong = form.findings().stream().findFirst();
		final Optional<String> problem = nameProblem().or(() -> wrong);
		setErrorMessage(problem.filter(_ -> !storageName().isEmpty() || wrong.isEmpty()).orElse(null));
		setMessage(kind.help());
		getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
		getButton(TEST).setEnabled(wrong.isEmpty());
		try {
			form.preview(text());
		} catch (BenchException e) {
			setErrorMessage(e.what());
		}
	}

	private Optional<String> nameProblem() {
		if (edited.isPresent()) {
			return Optional.empty();
		}
		return !NAME.matcher(storageName()).matches() ? Optional.of(Messages.StorageDialog_badName)
				: Files.exists(folder.resolve(storageName() + ".yaml")) ? Optional.of(NLS.bind(Messages.StorageDialog_exists, storageName())) : Optional.empty(); //$NON-NLS-1$
	}

	private void endTrial() {
		if (trial != null) {
			trial.cancel();
			trial = null;
			getButton(TEST).setText(Messages.StorageDialog_test);
		}
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == TEST) {
			if (trial != null) {
				validate();
			} else {
				test();
			}
		} else {
			super.buttonPressed(id);
		}
	}

	/** Typed secrets are kept under names of their own as long as the test takes. */
	private void test() {
		final String text;
		secretPrefix = "test-" + UUID.randomUUID(); //$NON-NLS-1$
		try {
			form.storeSecrets();
			text = text();
		} catch (BenchException e) {
			setErrorMessage(e.what());
			return;
		} finally {
			secretPrefix = ""; //$NON-NLS-1$
		}
		setErrorMessage(null);
		setMessage(Messages.StorageDialog_testing);
		getButton(TEST).setText(Messages.StorageDialog_stop);
		final var now = new StorageTrial(room, text);
		trial = now;
		now.run((good, sentence) -> {
			if (trial == now && !getShell().isDisposed()) {
				endTrial();
				if (good) {
					setMessage(sentence, IMessageProvider.INFORMATION);
				} else {
					setErrorMessage(sentence);
				}
			}
		});
	}

	@Override
	protected void okPressed() {
		try {
			form.storeSecrets();
			if (edited.isPresent()) {
				changed(BenchEditor.open(edited.get().board().file())).save();
			} else {
				BenchEditor.create(folder, storageName(), text());
			}
		} catch (BenchException e) {
			Errors.show(e);
			return;
		}
		super.okPressed();
	}

	/** The name of the storage that was made or changed. */
	String saved() {
		return savedName;
	}

	@Override
	public boolean close() {
		savedName = storageName();
		if (trial != null) {
			trial.cancel();
			trial = null;
		}
		return super.close();
	}
}
