package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.BenchException.Kind;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.flash.FlashSettings.Choice;

/** Which target, with what it holds now and why it may not be flashed. */
final class WherePage extends WizardPage {

	/** A target, or why a flasher could not name any. */
	private record Row(Node flasher, Target target, BenchException failure) {

		/** Its address, with the flasher where the board has another one beside these rows. */
		String name(List<Row> rows) {
			final boolean alone = rows.stream().noneMatch(row -> row.flasher() != flasher && row.flasher().board() == flasher.board());
			return new Address(flasher.board().name(), alone ? "" : flasher.path(), target == null ? "" : target.name()).toString(); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private final FlashRoom room;
	private final FlashSettings settings;
	private Table table;
	private GuardPart guards;
	private boolean read;
	private int question;
	private Optional<String> missing = Optional.empty();

	WherePage(FlashRoom room, FlashSettings settings) {
		super("where", Messages.WherePage_title, null); //$NON-NLS-1$
		this.room = room;
		this.settings = settings;
		setDescription(Messages.WherePage_description);
		setPageComplete(false);
	}

	@Override
	public void createControl(Composite parent) {
		final var page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 10).applyTo(page);
		final var area = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | (settings.boards().size() > 1 ? SWT.MULTI : SWT.SINGLE));
		table.setHeaderVisible(true);
		final var layout = new TableColumnLayout();
		area.setLayout(layout);
		column(layout, Messages.WherePage_target, 3);
		column(layout, Messages.WherePage_capacity, 1);
		column(layout, Messages.WherePage_content, 4);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> chosen()));
		guards = new GuardPart(page, this::consented);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(guards.control());
		setControl(page);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && !read) {
			read = true;
			setMessage(Messages.WherePage_reading);
			final List<Node> flashers = flashers();
			Work.quietly(Messages.WherePage_reading, _ -> {
				final List<Row> rows = flashers.stream().flatMap(WherePage::rows).toList();
				room.display().asyncExec(() -> fill(rows));
			});
		} else if (visible) {
			chosen();
		}
	}

	private List<Node> flashers() {
		final List<Board> boards = settings.boards().isEmpty() ? room.session().bench().map(Bench::boards).orElse(List.of()) : settings.boards();
		return boards.stream().filter(Board::usable).flatMap(board -> board.allNodes().stream()).filter(node -> node.ref().isEmpty() && node.offers(Flasher.class))
				.toList();
	}

	private static Stream<Row> rows(Node flasher) {
		try {
			final List<Row> rows = new ArrayList<>();
			flasher.use(Flasher.class).targets().forEach(target -> rows.add(new Row(flasher, target, null)));
			return rows.stream();
		} catch (BenchException e) {
			return Stream.of(new Row(flasher, null, e));
		}
	}

	private void fill(List<Row> rows) {
		if (table.isDisposed()) {
			return;
		}
		setMessage(rows.isEmpty() ? Messages.WherePage_noTargets : null);
		final var preferred = new LinkedHashMap<Board, TableItem>();
		for (final var row : rows) {
			final var item = new TableItem(table, SWT.NONE);
			item.setData(row);
			if (row.failure() != null) {
				item.setText(new String[] {row.name(rows), "", row.failure().getMessage()}); //$NON-NLS-1$
				item.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
				continue;
			}
			final var target = row.target();
			item.setText(new String[] {row.name(rows),
					target.capacity().isPresent() ? new ByteSize(target.capacity().getAsLong()).display() : "", target.content()}); //$NON-NLS-1$
			final boolean wanted = settings.flasher().map(node -> node == row.flasher()).orElse(!settings.boards().isEmpty())
					&& (settings.target().isEmpty() || settings.target().equals(target.name()));
			if (wanted || rows.size() == 1) {
				preferred.putIfAbsent(settings.boards().size() > 1 ? row.flasher().board() : null, item);
			}
		}
		table.setSelection(preferred.values().toArray(TableItem[]::new));
		chosen();
		table.setFocus();
	}

	private void chosen() {
		question++;
		setErrorMessage(null);
		setPageComplete(false);
		final List<Row> rows = Arrays.stream(table.getSelection()).map(item -> (Row) item.getData()).toList();
		final Optional<BenchException> failure = rows.stream().map(Row::failure).filter(Objects::nonNull).findFirst();
		guards.show(failure.isPresent() ? List.of() : rows.stream().map(row -> new Choice(row.flasher(), row.target(), Consent.NONE)).toList());
		if (rows.isEmpty()) {
			setMessage(table.getItemCount() == 0 ? getMessage() : Messages.WherePage_choose);
		} else if (failure.isPresent()) {
			setErrorMessage(failure.get().what() + failure.get().why().map(why -> ": " + why).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
		} else if (rows.stream().map(row -> row.flasher().board()).distinct().count() < rows.size()) {
			setErrorMessage(Messages.WherePage_oneOfEach);
		} else {
			ask();
		}
	}

	/** A name of which more is to be typed changes nothing of what is told before the guards are answered. */
	private void consented() {
		if (guards.missing().isEmpty() || !guards.missing().equals(missing)) {
			ask();
		}
	}

	/** Asks whether what is chosen may be flashed; what no answer to the guards would change is told before they are answered. */
	private void ask() {
		question++;
		setErrorMessage(null);
		setPageComplete(false);
		settings.choices(guards.choices());
		missing = guards.missing();
		final boolean answered = missing.isEmpty();
		setMessage(missing.orElse(Messages.WherePage_checking), answered ? NONE : WARNING);
		final Map<Node, FlashRequest> requests = new LinkedHashMap<>();
		settings.choices().forEach(choice -> requests.put(choice.flasher(), settings.request(choice)));
		final int asked = question;
		Work.quietly(Messages.WherePage_checking, _ -> {
			final Optional<BenchException> refusal = requests.entrySet().stream().map(entry -> refusal(entry.getKey(), entry.getValue())).filter(Objects::nonNull)
					.filter(refused -> answered || refused.kind() != Kind.USAGE).findFirst();
			room.display().asyncExec(() -> {
				if (!table.isDisposed() && asked == question) {
					setMessage(missing.orElse(null), WARNING);
					setErrorMessage(refusal.map(WherePage::words).orElse(null));
					setPageComplete(refusal.isEmpty() && answered);
				}
			});
		});
	}

	private BenchException refusal(Node flasher, FlashRequest request) {
		try {
			room.queue().flashing().plan(flasher, request);
			return null;
		} catch (BenchException e) {
			return e;
		}
	}

	private static String words(BenchException refusal) {
		return refusal.what() + refusal.why().map(why -> ": " + why).orElse("") + refusal.next().map(next -> ". " + next).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private void column(TableColumnLayout layout, String title, int weight) {
		final var column = new TableColumn(table, SWT.NONE);
		column.setText(title);
		layout.setColumnData(column, new ColumnWeightData(weight, 80));
	}
}
