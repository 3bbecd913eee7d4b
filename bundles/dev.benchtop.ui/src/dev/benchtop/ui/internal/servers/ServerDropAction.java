package dev.benchtop.ui.internal.servers;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.ui.DropAction;

/** Publishes files that are dropped on a file server in the Boards view. */
@Component(property = "service.ranking:Integer=20")
public final class ServerDropAction implements DropAction {

	private final ServerRoom room;

	@Activate
	public ServerDropAction(@Reference ServerRoom room) {
		this.room = room;
	}

	@Override
	public boolean accepts(Object boardOrNode, String[] files) {
		return boardOrNode instanceof Node node && node.offers(FileServer.class);
	}

	@Override
	public void drop(Object boardOrNode, String[] files) {
		room.publish(ServerRoom.entry((Node) boardOrNode), files);
		ServersStatus.showView();
	}
}
