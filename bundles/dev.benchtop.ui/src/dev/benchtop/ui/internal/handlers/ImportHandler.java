package dev.benchtop.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import dev.benchtop.ui.internal.forms.BoardEditing;

/** <i>Import Jumpstarter exporter file…</i> */
public final class ImportHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		BoardEditing.importExporter();
		return null;
	}
}
