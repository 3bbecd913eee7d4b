package dev.benchtop.ui.storage;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** A text field over the name of the row that is selected; Enter takes the name, Escape leaves it as it was. */
final class RenameInPlace {

	private final Table table;
	private boolean ended;

	RenameInPlace(Table table) {
		this.table = table;
	}

	void begin(String name, Consumer<String> rename) {
		final int index = table.getSelectionIndex();
		if (index < 0) {
			return;
		}
		table.showSelection();
		final var editor = new TableEditor(table);
		editor.horizontalAlignment = SWT.LEFT;
		editor.grabHorizontal = true;
		final var text = new Text(table, SWT.SINGLE | SWT.BORDER);
		Accessibles.name(text, Messages.Rename_title);
		text.setText(name);
		final int dot = name.indexOf('.', 1);
		text.setSelection(0, dot < 0 ? name.length() : dot);
		editor.setEditor(text, table.getItem(index), 0);
		text.setFocus();
		text.addListener(SWT.Traverse, event -> {
			if (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_ESCAPE) {
				event.doit = false;
				end(editor, text, event.detail == SWT.TRAVERSE_RETURN, name, rename);
			}
		});
		text.addListener(SWT.FocusOut, _ -> end(editor, text, true, name, rename));
		text.addModifyListener(_ -> text.setToolTipText(NewName.problem(text.getText())));
	}

	private void end(TableEditor editor, Text text, boolean take, String before, Consumer<String> rename) {
		if (ended || text.isDisposed()) {
			return;
		}
		ended = true;
		final String name = text.getText().strip();
		editor.dispose();
		text.dispose();
		table.setFocus();
		if (take && !name.equals(before) && NewName.problem(name) == null) {
			rename.accept(name);
		}
	}
}
