package dev.benchtop.ui.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Holder;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.console.Notice.Offer;

/** Words and offers for every way in which a console can stand. */
final class ConsoleNotices {

	private final Runnable retry;

	ConsoleNotices(Runnable retry) {
		this.retry = retry;
	}

	Notice waiting() {
		return new Notice(Level.UNKNOWN, Messages.ConsoleNotices_waiting);
	}

	Notice opening() {
		return new Notice(Level.BUSY, Messages.ConsoleNotices_opening);
	}

	Notice untrusted() {
		return new Notice(Level.WARNING, Messages.ConsoleNotices_untrusted);
	}

	Notice missing(ConsoleAddress address) {
		return new Notice(Level.WARNING, NLS.bind(Messages.ConsoleNotices_missing, address.board(), address.node()));
	}

	Notice failed(BenchException failure) {
		return new Notice(Level.ERROR, failure.what() + failure.why().map(why -> ": " + why).orElse(""), failure.getMessage(), //$NON-NLS-1$ //$NON-NLS-2$
				List.of(new Offer(Messages.ConsoleNotices_retry, retry)));
	}

	Notice of(Optional<Node> node, Console console) {
		final ConsoleState state = console.state();
		if (state.script().isPresent()) {
			return new Notice(Level.BUSY, sentence(NLS.bind(Messages.ConsoleNotices_leased, state.script().get())), takeOver(console));
		}
		final Optional<Holder> holder = console.heldBy();
		if (holder.isPresent()) {
			final Holder other = holder.get();
			return new Notice(Level.WARNING, NLS.bind(Messages.ConsoleNotices_held, other.command(), Long.toString(other.pid())), takeOver(console));
		}
		return switch (state.line()) {
			case OPEN -> new Notice(Level.ON, state.detail());
			case LOST -> new Notice(Level.WARNING, NLS.bind(Messages.ConsoleNotices_lost, state.detail(), state.reason().orElse(""))); //$NON-NLS-1$
			case OPENING -> opening();
			case CLOSED -> closed(node, console, state);
		};
	}

	private static String sentence(String words) {
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static Notice closed(Optional<Node> node, Console console, ConsoleState state) {
		final Offer offer = node.flatMap(own -> power(own.board())).filter(power -> power.state().level() == Level.OFF).map(ConsoleNotices::powerOn)
				.orElseGet(() -> new Offer(Messages.ConsoleNotices_open, () -> Work.start(Messages.ConsoleNotices_open, _ -> console.open())));
		return new Notice(Level.OFF, state.reason().orElse(Messages.ConsoleNotices_closed), "", List.of(offer)); //$NON-NLS-1$
	}

	private static Offer powerOn(Node node) {
		return new Offer(Messages.ConsoleNotices_powerOn,
				() -> Work.start(NLS.bind(Messages.ConsoleNotices_poweringOn, node.board().name()), progress -> node.use(Power.class).on(progress.token())));
	}

	private static Optional<Node> power(Board board) {
		final var powers = board.allNodes().stream().filter(node -> node.ref().isEmpty() && node.offers(Power.class)).toList();
		return powers.size() == 1 ? Optional.of(powers.getFirst()) : Optional.empty();
	}

	private static Offer takeOver(Console console) {
		return new Offer(Messages.ConsoleNotices_takeOver, () -> Work.quietly(Messages.ConsoleNotices_takeOver, _ -> console.takeOver()));
	}
}
