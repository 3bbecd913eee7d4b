package dev.benchtop.ui.console.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;

/** Where macros and triggers are written. */
public final class BookDialog extends TitleAreaDialog {

	/** A macro that is being written. */
	private static final class Draft {
		private String name = ""; //$NON-NLS-1$
		private boolean boardOnly;
		private String otherBoard = ""; //$NON-NLS-1$
		private final List<StepDraft> steps = new ArrayList<>();
	}

	private static final class StepDraft {
		private String waitFor = ""; //$NON-NLS-1$
		private String seconds = Integer.toString(Step.PATIENCE);
		private String send = ""; //$NON-NLS-1$
		private boolean enter = true;
	}

	private static final class TriggerDraft {
		private String pattern = ""; //$NON-NLS-1$
		private boolean boardOnly;
		private String otherBoard = ""; //$NON-NLS-1$
		private boolean tell = true;
		private boolean bell;
	}

	private final String board;
	private final boolean triggersFirst;
	private final ConsoleBook before;
	private RowTable<Draft> macros;
	private RowTable<StepDraft> steps;
	private RowTable<TriggerDraft> triggers;
	private Draft shown;
	private ConsoleBook result;

	private BookDialog(Shell parent, ConsoleBook before, String board, boolean triggersFirst) {
		super(parent);
		this.before = before;
		this.board = board;
		this.triggersFirst = triggersFirst;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/**
	 * Lets the person write; returns the book as it is then, or nothing where it stays as it was.
	 *
	 * @param board the board whose console it is
	 */
	public static Optional<ConsoleBook> edit(Shell parent, ConsoleBook book, String board, boolean triggersFirst) {
		final var dialog = new BookDialog(parent, book, board, triggersFirst);
		return dialog.open() == IDialogConstants.OK_ID ? Optional.of(dialog.result) : Optional.empty();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.BookDialog_title);
	}

	@Override
	protected Point getInitialSize() {
		final Point least = super.getInitialSize();
		return new Point(Math.max(760, least.x), Math.max(560, least.y));
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = (Composite) super.createDialogArea(parent);
		setTitle(Messages.BookDialog_title);
		setMessage(NLS.bind(Messages.BookDialog_message, ConsoleBook.NAME));
		final var tabs = new TabFolder(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
		tab(tabs, Messages.BookDialog_macros, createMacros(tabs));
		tab(tabs, Messages.BookDialog_triggers, createTriggers(tabs));
		tabs.setSelection(triggersFirst ? 1 : 0);
		return area;
	}

	private static void tab(TabFolder tabs, String label, Control content) {
		final var item = new TabItem(tabs, SWT.NONE);
		item.setText(label);
		item.setControl(content);
	}

	private static Composite page(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 10).spacing(5, 6).applyTo(page);
		return page;
	}

	private static void fill(Control control) {
		GridDataFactory.fillDefaults().grab(true, true).applyTo(control);
	}

	private static void words(Composite parent, String text) {
		final var label = new Label(parent, SWT.WRAP);
		label.setText(text);
		GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(label);
	}

	private Composite createMacros(Composite parent) {
		final var page = page(parent);
		words(page, Messages.BookDialog_macrosHelp);
		macros = new RowTable<>(page, List.of(
				new Column<Draft>(Messages.BookDialog_name, 3, draft -> draft.name, (draft, value) -> draft.name = value.toString()),
				new Column<Draft>(boardOnly(), 2, draft -> draft.boardOnly, (draft, value) -> draft.boardOnly = (Boolean) value)), Draft::new, this::showSteps);
		fill(macros);
		words(page, Messages.BookDialog_steps);
		steps = new RowTable<>(page, List.of(
				new Column<StepDraft>(Messages.BookDialog_waitFor, 4, step -> step.waitFor, (step, value) -> step.waitFor = value.toString()),
				new Column<StepDraft>(Messages.BookDialog_seconds, 2, step -> step.seconds, (step, value) -> step.seconds = value.toString()),
				new Column<StepDraft>(Messages.BookDialog_send, 5, step -> step.send, (step, value) -> step.send = value.toString()),
				new Column<StepDraft>(Messages.BookDialog_enter, 1, step -> step.enter, (step, value) -> step.enter = (Boolean) value)), StepDraft::new, this::check);
		fill(steps);
		words(page, Messages.BookDialog_stepsHelp);
		macros.show(before.macros().stream().map(this::draft).toList());
		return page;
	}

	private Composite createTriggers(Composite parent) {
		final var page = page(parent);
		words(page, Messages.BookDialog_triggersHelp);
		triggers = new RowTable<>(page, List.of(
				new Column<TriggerDraft>(Messages.BookDialog_pattern, 5, draft -> draft.pattern, (draft, value) -> draft.pattern = value.toString()),
				new Column<TriggerDraft>(Messages.BookDialog_notify, 1, draft -> draft.tell, (draft, value) -> draft.tell = (Boolean) value),
				new Column<TriggerDraft>(Messages.BookDialog_bell, 1, draft -> draft.bell, (draft, value) -> draft.bell = (Boolean) value),
				new Column<TriggerDraft>(boardOnly(), 2, draft -> draft.boardOnly, (draft, value) -> draft.boardOnly = (Boolean) value)), TriggerDraft::new, this::check);
		fill(triggers);
		triggers.show(before.triggers().stream().map(this::draft).toList());
		return page;
	}

	private String boardOnly() {
		return NLS.bind(Messages.BookDialog_boardOnly, board);
	}

	private Draft draft(Macro macro) {
		final var draft = new Draft();
		draft.name = macro.name();
		draft.boardOnly = macro.board().equals(board);
		draft.otherBoard = draft.boardOnly ? "" : macro.board(); //$NON-NLS-1$
		macro.steps().forEach(step -> {
			final var made = new StepDraft();
			made.waitFor = step.waitFor();
			made.seconds = Integer.toString(step.seconds());
			made.send = step.send();
			made.enter = step.enter();
			draft.steps.add(made);
		});
		return draft;
	}

	private TriggerDraft draft(Trigger trigger) {
		final var draft = new TriggerDraft();
		draft.pattern = trigger.pattern();
		draft.boardOnly = trigger.board().equals(board);
		draft.otherBoard = draft.boardOnly ? "" : trigger.board(); //$NON-NLS-1$
		draft.tell = trigger.tell();
		draft.bell = trigger.bell();
		return draft;
	}

	/** Shows the steps of the macro that is selected. */
	private void showSteps() {
		if (steps == null) {
			return;
		}
		final int at = macros.selected();
		final Draft next = at < 0 ? null : macros.rows().get(at);
		if (next != shown) {
			keepSteps();
			shown = next;
			steps.show(next == null ? List.of() : next.steps);
			steps.setEnabled(next != null);
		}
		check();
	}

	private void keepSteps() {
		if (shown != null) {
			shown.steps.clear();
			shown.steps.addAll(steps.rows());
		}
	}

	/** Says what is wrong, and lets nothing wrong be kept. */
	private void check() {
		if (triggers == null || getButton(OK) == null) {
			return;
		}
		keepSteps();
		final var patterns = Stream.concat(macros.rows().stream().flatMap(draft -> draft.steps.stream()).map(step -> step.waitFor),
				triggers.rows().stream().map(draft -> draft.pattern));
		final String error = patterns.map(ConsoleBook::whyNoPattern).filter(why -> !why.isEmpty()).findFirst().or(this::seconds).or(this::names).orElse(null);
		setErrorMessage(error);
		getButton(OK).setEnabled(error == null);
	}

	private Optional<String> seconds() {
		return macros.rows().stream().flatMap(draft -> draft.steps.stream()).map(step -> step.seconds).filter(text -> !text.matches("[1-9]\\d{0,4}")) //$NON-NLS-1$
				.findFirst().map(text -> NLS.bind(Messages.BookDialog_noSeconds, text));
	}

	private Optional<String> names() {
		return macros.rows().stream().anyMatch(draft -> draft.name.isBlank()) ? Optional.of(Messages.BookDialog_noName) : Optional.empty();
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, OK, IDialogConstants.OK_LABEL, false); // Enter ends the writing in a cell, not the dialog
		createButton(parent, CANCEL, IDialogConstants.CANCEL_LABEL, false);
		showSteps();
	}

	@Override
	protected void okPressed() {
		macros.finish();
		steps.finish();
		triggers.finish();
		check();
		if (!getButton(OK).isEnabled()) {
			return;
		}
		result = new ConsoleBook(macros.rows().stream().map(this::macro).toList(),
				triggers.rows().stream().filter(draft -> !draft.pattern.isEmpty())
						.map(draft -> new Trigger(draft.pattern, draft.boardOnly ? board : draft.otherBoard, draft.tell, draft.bell)).toList());
		super.okPressed();
	}

	private Macro macro(Draft draft) {
		return new Macro(draft.name.strip(), draft.boardOnly ? board : draft.otherBoard,
				draft.steps.stream().map(step -> new Step(step.waitFor, Integer.parseInt(step.seconds), step.send, step.enter)).toList());
	}
}
