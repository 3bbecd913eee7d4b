package dev.benchtop.ui.console;

import java.util.Optional;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.ui.BenchSession;

/** Which console a tab shows, as the bench is now, and how that one stands. On the UI thread. */
final class TabConsole {

	private final BenchSession session;
	private final Optional<LooseConsoles> ports;
	private final ConsoleAddress address;
	private final ConsoleConnection connection;
	private final ConsoleNotices notices;

	/** The console of an address; {@code ports} are those of this machine that no bench names. */
	TabConsole(BenchSession session, Optional<LooseConsoles> ports, ConsoleAddress address, ConsoleConnection connection) {
		this.session = session;
		this.ports = ports;
		this.address = address;
		this.connection = connection;
		notices = new ConsoleNotices(connection::retry);
	}

	/** Ties the tab to what is there now. */
	void follow() {
		connection.follow(address.port().isPresent() ? port() : session.bench().filter(Bench::trusted).flatMap(this::node).map(Origin.OfNode::new));
	}

	private Optional<Origin> port() {
		return ports.flatMap(each -> address.port().map(port -> new Origin.OfPort(each, port)));
	}

	Notice notice() {
		final Optional<Bench> bench = session.bench();
		final Optional<Node> node = bench.flatMap(this::node);
		if (address.port().isEmpty()) {
			if (bench.isEmpty()) {
				return notices.waiting();
			}
			if (!bench.get().trusted()) {
				return notices.untrusted();
			}
			if (node.isEmpty()) {
				return notices.missing(address);
			}
		}
		if (connection.opening() && connection.console().map(Console::state).filter(state -> state.line() == Line.CLOSED && state.reason().isEmpty()).isPresent()) {
			return notices.opening();
		}
		return connection.console().filter(this::saysHowItStands).map(console -> notices.of(node, console))
				.or(() -> connection.failure().map(notices::failed)).orElseGet(notices::waiting);
	}

	/** What kept the line from being opened is old news as soon as the line itself says how it stands. */
	private boolean saysHowItStands(Console console) {
		final var state = console.state();
		return connection.failure().isEmpty() || state.line() != Line.CLOSED || state.reason().isPresent();
	}

	private Optional<Node> node(Bench bench) {
		return bench.findBoard(address.board()).flatMap(board -> board.node(address.node())).filter(node -> node.offers(Console.class));
	}
}
