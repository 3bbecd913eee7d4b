package dev.benchtop.ui.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.Nodes;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.display.Notice.Offer;
import dev.benchtop.ui.display.Notice.Question;

/** Words and offers for every way in which a display can not be there. */
final class DisplayNotices {

	private final DisplayAddress address;
	private final DisplayConnection connection;

	DisplayNotices(DisplayAddress address, DisplayConnection connection) {
		this.address = address;
		this.connection = connection;
	}

	/** Why there is no screen to be seen. */
	Notice of(Optional<Bench> bench) {
		if (bench.isEmpty()) {
			return new Notice(Level.UNKNOWN, Messages.DisplayNotices_waiting);
		}
		if (!bench.get().trusted()) {
			return new Notice(Level.WARNING, Messages.DisplayNotices_untrusted);
		}
		final Optional<Node> node = address.in(bench.get());
		if (node.isEmpty()) {
			return new Notice(Level.WARNING, NLS.bind(Messages.DisplayNotices_missing, address.board(), address.node()));
		}
		return of(node.get());
	}

	private Notice of(Node node) {
		final Board board = node.board();
		final var powers = Nodes.of(List.of(board), Power.class);
		if (powers.size() == 1 && powers.getFirst().state().level() == Level.OFF) {
			return new Notice(Level.OFF, NLS.bind(Messages.DisplayNotices_off, board.name()), new Offer(Messages.DisplayNotices_powerOn,
					() -> Work.start(NLS.bind(Messages.DisplayNotices_poweringOn, board.name()),
							progress -> powers.getFirst().use(Power.class).on(progress.token()))));
		}
		if (connection.asksForPassword()) {
			return asking(board);
		}
		return connection.failure().map(this::failed).orElseGet(() -> new Notice(Level.BUSY, NLS.bind(Messages.DisplayNotices_connecting, board.name())));
	}

	/** A server that took no password says why. */
	private Notice asking(Board board) {
		final var question = new Question(Messages.DisplayNotices_connect, connection::answer);
		final String asks = NLS.bind(Messages.DisplayNotices_password, board.name());
		final Optional<String> words = connection.refusedPassword() ? connection.failure().flatMap(BenchException::why) : Optional.empty();
		return words.map(said -> new Notice(Level.ERROR, NLS.bind(Messages.DisplayNotices_notTaken, said), asks, List.of(), Optional.of(question)))
				.orElseGet(() -> new Notice(Level.WARNING, asks, "", List.of(), Optional.of(question))); //$NON-NLS-1$
	}

	private Notice failed(BenchException failure) {
		final List<String> sentences = new ArrayList<>();
		failure.next().ifPresent(sentences::add);
		if (connection.triesAgain()) {
			sentences.add(Messages.DisplayNotices_again);
		}
		return new Notice(Level.ERROR, failure.what() + failure.why().map(why -> ": " + why).orElse(""), String.join("\n", sentences), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				List.of(new Offer(Messages.DisplayNotices_now, connection::connect)), Optional.empty());
	}
}
