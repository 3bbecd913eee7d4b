package dev.benchtop.ui.storage;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;

/** Opens the dialog of a new storage. */
public final class NewStorageHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		StorageEditing.create(PlatformUI.getWorkbench().getService(StorageRoom.class));
		return null;
	}
}
