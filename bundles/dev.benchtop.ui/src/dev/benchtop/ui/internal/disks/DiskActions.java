package dev.benchtop.ui.internal.disks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Desk;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.ui.FlasherActions;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.Services;

/** Does with disks what the room for flashing offers. */
final class DiskActions {

	private static final Services<FlasherActions> ROOMS = new Services<>(FlasherActions.class);
	private static final Services<Desk> DESKS = new Services<>(Desk.class);

	private DiskActions() {
	}

	static void flash(List<Found> disks, Optional<String> image) {
		if (!disks.isEmpty()) {
			withNodes(disks, (room, nodes) -> room.flash(nodes, image));
		}
	}

	static void backUp(Found disk) {
		withNodes(List.of(disk), (room, nodes) -> room.backUp(nodes.getFirst()));
	}

	/** The disks become boards in the background. */
	private static void withNodes(List<Found> disks, BiConsumer<FlasherActions, List<Node>> action) {
		Work.quietly(Messages.DiskList_looking, _ -> {
			final List<Node> nodes = new ArrayList<>();
			for (final Found disk : disks) {
				nodes.add(DESKS.all().getFirst().board(disk).find("", Flasher.class)); //$NON-NLS-1$
			}
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> ROOMS.all().stream().findFirst().ifPresent(room -> action.accept(room, nodes)));
		});
	}
}
