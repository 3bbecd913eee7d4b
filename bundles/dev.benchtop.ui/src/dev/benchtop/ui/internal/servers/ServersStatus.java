package dev.benchtop.ui.internal.servers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.capability.FileServer;
import dev.benchtop.ui.StatusItem;

/** The servers that run in the status line: {@code TFTP :69 1 transfer}. */
@Component(property = "service.ranking:Integer=50")
public final class ServersStatus implements StatusItem {

	private static final int NAMED = 2;

	private final ServerRoom room;

	@Activate
	public ServersStatus(@Reference ServerRoom room) {
		this.room = room;
	}

	@Override
	public Optional<Status> status() {
		final List<FileServer> running = room.entries().stream().flatMap(entry -> entry.server().stream()).filter(server -> server.address().isPresent()).toList();
		if (running.isEmpty()) {
			return Optional.empty();
		}
		final int transfers = running.stream().mapToInt(Words::running).sum();
		final String places = running.size() > NAMED ? NLS.bind(Messages.ServersStatus_many, running.size())
				: running.stream().map(Words::place).collect(Collectors.joining(" \u00b7 ")); //$NON-NLS-1$
		return Optional.of(new Status(transfers == 0 ? places : places + ' ' + Words.transfers(transfers), Messages.ServersStatus_tooltip, -1, ServersStatus::showView));
	}

	static void showView() {
		try {
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(ServersView.ID);
		} catch (PartInitException e) {
			ILog.of(ServersStatus.class).error(e.getMessage(), e);
		}
	}
}
