package dev.benchtop.ui.internal.disks;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuListener;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TreeViewer;

import dev.benchtop.core.bench.Desk;
import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Icons;

/** What can be done with the disks that are selected, and which are shown. */
final class DiskMenu implements IMenuListener {

	private final TreeViewer viewer;
	private final BooleanSupplier fixed;
	private final Consumer<Boolean> setFixed;

	DiskMenu(TreeViewer viewer, BooleanSupplier fixed, Consumer<Boolean> setFixed) {
		this.viewer = viewer;
		this.fixed = fixed;
		this.setFixed = setFixed;
	}

	@Override
	public void menuAboutToShow(IMenuManager menu) {
		final List<Found> disks = DiskTree.disks(viewer.getStructuredSelection().toList());
		if (!disks.isEmpty()) {
			menu.add(action(Messages.DiskMenu_flash, "flash", () -> DiskActions.flash(disks, Optional.empty()))); //$NON-NLS-1$
			final var backUp = action(Messages.DiskMenu_backUp, "dump", () -> DiskActions.backUp(disks.getFirst())); //$NON-NLS-1$
			backUp.setEnabled(disks.size() == 1);
			menu.add(backUp);
			menu.add(action(disks.size() == 1 ? Messages.DiskMenu_copyName : Messages.DiskMenu_copyNames, "copy", //$NON-NLS-1$
					() -> CommandLine.copy(disks.stream().map(Desk::name).collect(Collectors.joining(" ")), viewer.getTree().getShell()))); //$NON-NLS-1$
			menu.add(new Separator());
		}
		final var all = new Action(Messages.DiskMenu_fixed, IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				setFixed.accept(isChecked());
			}
		};
		all.setChecked(fixed.getAsBoolean());
		menu.add(all);
	}

	private static Action action(String text, String icon, Runnable run) {
		return new Action(text, Icons.descriptor(icon)) {
			@Override
			public void run() {
				run.run();
			}
		};
	}
}
