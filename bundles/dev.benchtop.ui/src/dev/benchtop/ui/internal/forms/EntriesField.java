package dev.benchtop.ui.internal.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.driver.ConfigSchema.Kind;

/** A map, or a list of records: a table of entries, each edited in a dialog. */
final class EntriesField extends FieldEditor {

	private static final int ROWS = 3;

	private final List<Entry> entries = new ArrayList<>();
	private final boolean named;
	private final Table table;
	private final Button edit;
	private final Button remove;

	EntriesField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		named = field.kind() == Kind.MAP;
		value.ifPresent(this::read);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 6).applyTo(label(parent));
		final var row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		table = new Table(row, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, ROWS * table.getItemHeight()).applyTo(table);
		final var buttons = new Composite(row, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(buttons);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
		button(buttons, Messages.EntriesField_add, this::add);
		edit = button(buttons, Messages.EntriesField_edit, this::edit);
		remove = button(buttons, Messages.EntriesField_remove, this::remove);
		table.addListener(SWT.Selection, _ -> enable());
		table.addListener(SWT.DefaultSelection, _ -> edit());
		dress(table);
		show();
	}

	private static Button button(Composite parent, String text, Runnable action) {
		final var button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.addListener(SWT.Selection, _ -> action.run());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
		return button;
	}

	private void read(Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, content) -> entries.add(new Entry(String.valueOf(name), content)));
		} else if (value instanceof List<?> list) {
			list.forEach(content -> entries.add(new Entry("", content))); //$NON-NLS-1$
		}
	}

	private void add() {
		open(new Entry("", null)).ifPresent(entry -> { //$NON-NLS-1$
			entries.add(entry);
			updated(entries.size() - 1);
		});
	}

	private void edit() {
		final int index = table.getSelectionIndex();
		if (index >= 0) {
			open(entries.get(index)).ifPresent(entry -> {
				entries.set(index, entry);
				updated(index);
			});
		}
	}

	private void remove() {
		final int index = table.getSelectionIndex();
		if (index >= 0) {
			entries.remove(index);
			updated(Math.min(index, entries.size() - 1));
		}
	}

	private Optional<Entry> open(Entry entry) {
		final var dialog = new EntryDialog(table.getShell(), field(), named, entry, context());
		return dialog.open() == Window.OK ? Optional.of(dialog.entry()) : Optional.empty();
	}

	private void updated(int index) {
		show();
		table.setSelection(index);
		enable();
		changed();
	}

	private void show() {
		table.removeAll();
		for (final var entry : entries) {
			new TableItem(table, SWT.NONE).setText(named ? entry.name() + ": " + summary(entry.value()) : summary(entry.value())); //$NON-NLS-1$
		}
		enable();
	}

	private void enable() {
		final boolean selected = table.getSelectionIndex() >= 0;
		edit.setEnabled(selected);
		remove.setEnabled(selected);
	}

	private static String summary(Object value) {
		return switch (value) {
			case null -> ""; //$NON-NLS-1$
			case Map<?, ?> map -> map.entrySet().stream().map(each -> each.getKey() + " " + summary(each.getValue())).collect(Collectors.joining(", ")); //$NON-NLS-1$ //$NON-NLS-2$
			case List<?> list -> list.stream().map(EntriesField::summary).collect(Collectors.joining(", ")); //$NON-NLS-1$
			default -> Scalar.text(value);
		};
	}

	@Override
	Optional<Object> value() {
		if (entries.isEmpty()) {
			return Optional.empty();
		}
		if (!named) {
			return Optional.of(entries.stream().map(Entry::value).toList());
		}
		final var map = new LinkedHashMap<String, Object>();
		entries.forEach(entry -> map.put(entry.name(), entry.value()));
		return Optional.of(map);
	}

	/** One entry; the name of a list's is empty. */
	record Entry(String name, Object value) {
	}
}
