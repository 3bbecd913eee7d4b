package dev.benchtop.core.internal.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import dev.benchtop.core.driver.Verb;

/**
 * The verbs of a node as they were known last. Asking for them may reach hardware, so that is done in the background, when something of
 * the board changed or when they are old, and only while somebody wants to know.
 */
final class KnownVerbs {

	private static final long OLD_NANOS = 2_000_000_000L;

	private final BoardNode node;
	private final BoardStates states;
	private final Executor background;
	private List<Verb> last = List.of();
	private Optional<Long> askedAt = Optional.empty();
	private long askedVersion;
	private boolean asking;
	private boolean again;

	KnownVerbs(BoardNode node, BoardStates states, Executor background) {
		this.node = node;
		this.states = states;
		this.background = background;
	}

	/** What is known; what is newer comes with an event. Never blocks. */
	synchronized List<Verb> get() {
		final long version = states.version();
		final boolean stale = askedAt.isEmpty() || version != askedVersion || System.nanoTime() - askedAt.get() > OLD_NANOS;
		if (asking) {
			again |= version != askedVersion;
		} else if (stale) {
			begin();
		}
		return last;
	}

	private void begin() {
		asking = true;
		again = false;
		askedVersion = states.version();
		askedAt = Optional.of(System.nanoTime());
		background.execute(this::ask);
	}

	private void ask() {
		boolean changed = false;
		try {
			final var now = node.verbs();
			synchronized (this) {
				changed = !now.stream().map(KnownVerbs::shown).toList().equals(last.stream().map(KnownVerbs::shown).toList());
				last = now;
			}
		} catch (RuntimeException e) {
			System.getLogger(KnownVerbs.class.getName()).log(System.Logger.Level.ERROR, node.toString(), e);
		} finally {
			synchronized (this) {
				asking = false;
				if (again) {
					begin();
				}
			}
		}
		if (changed) {
			states.announce(node);
		}
	}

	/** What of a verb can be seen. */
	private static List<Object> shown(Verb verb) {
		return List.of(verb.id(), verb.label(), verb.parameters(), verb.danger(), verb.whyNot());
	}
}
