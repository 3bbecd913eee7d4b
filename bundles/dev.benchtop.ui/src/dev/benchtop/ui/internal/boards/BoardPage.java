package dev.benchtop.ui.internal.boards;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.internal.Homes;
import dev.benchtop.ui.internal.forms.BoardEditing;

/** A board at a glance: how it stands, what is wrong with it, its nodes with what can be done with each. */
final class BoardPage implements Page {

	private final Bench bench;
	private final String name;
	private final List<NodeRow> rows = new ArrayList<>();
	private Label stateIcon;
	private Label state;

	BoardPage(Bench bench, String name) {
		this.bench = bench;
		this.name = name;
	}

	@Override
	public Object key() {
		final Board board = bench.findBoard(name).orElseThrow();
		return List.of(bench.folder(), name, board.description(), board.findings(), board.allNodes().stream().map(BoardPage::shape).toList());
	}

	private static Object shape(Node node) {
		return List.of(node.path(), node.type(), node.description(), node.knownVerbs().stream().map(Verb::id).toList());
	}

	@Override
	public String title() {
		return name;
	}

	@Override
	public void create(Composite parent) {
		final Board board = bench.findBoard(name).orElseThrow();
		GridLayoutFactory.fillDefaults().margins(24, 20).spacing(0, 6).applyTo(parent);
		PageParts.title(parent, board.name());
		if (!board.description().isBlank()) {
			PageParts.quiet(parent, board.description());
		}
		final var standing = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(0, 6).spacing(6, 0).applyTo(standing);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(standing);
		stateIcon = new Label(standing, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(stateIcon);
		state = PageParts.wrapped(standing, ""); //$NON-NLS-1$
		board.findings().forEach(finding -> finding(parent, finding));
		if (!board.allNodes().isEmpty()) {
			nodes(parent, board);
		}
		file(parent, board);
	}

	private void nodes(Composite parent, Board board) {
		final var table = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(NodeRow.COLUMNS).margins(0, 8).spacing(10, 4).applyTo(table);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
		board.allNodes().forEach(node -> rows.add(new NodeRow(table, bench, node)));
	}

	private static void finding(Composite parent, Finding finding) {
		final var row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		final var icon = new Label(row, SWT.NONE);
		icon.setImage(Icons.image(finding.severity() == Finding.Severity.ERROR ? "state-error" : "state-warning")); //$NON-NLS-1$ //$NON-NLS-2$
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		PageParts.wrapped(row, finding.key().isEmpty() ? finding.message() : finding.key() + ": " + finding.message()); //$NON-NLS-1$
		new Label(row, SWT.NONE);
		final String place = finding.line() > 0 ? NLS.bind(Messages.BoardPage_line, finding.file().getFileName(), finding.line())
				: finding.file().getFileName().toString();
		link(row, NLS.bind(Messages.BoardPage_openAt, place), () -> BoardEditing.editText(finding.file(), finding.line()));
	}

	private static void file(Composite parent, Board board) {
		final var row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(board.usable() ? 3 : 2).margins(0, 4).spacing(16, 0).applyTo(row);
		final var path = new Label(row, SWT.NONE);
		path.setText(Homes.shorten(board.file()));
		PageParts.style(path, "benchtop-quiet"); //$NON-NLS-1$
		if (board.usable()) {
			link(row, Messages.BoardPage_edit, () -> BoardEditing.edit(board));
		}
		link(row, Messages.BoardPage_text, () -> BoardEditing.editText(board.file(), 0));
	}

	private static void link(Composite parent, String text, Runnable action) {
		final var link = new Link(parent, SWT.NONE);
		link.setText("<a>" + text + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
		link.addListener(SWT.Selection, _ -> action.run());
	}

	@Override
	public boolean update() {
		final Board board = bench.findBoard(name).orElse(null);
		if (board == null) {
			return false;
		}
		final var now = board.state();
		stateIcon.setImage(NodeIcons.of(now.level()));
		final String words = now.detail().isBlank() || !board.findings().isEmpty() ? now.word() : NLS.bind(Messages.BoardPage_state, now.word(), now.detail());
		boolean changed = !state.getText().equals(words);
		if (changed) {
			state.setText(words);
		}
		for (final var row : rows) {
			changed |= row.update();
		}
		return changed;
	}
}
