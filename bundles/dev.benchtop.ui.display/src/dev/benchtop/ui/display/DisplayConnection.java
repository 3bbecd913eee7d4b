package dev.benchtop.ui.display;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.ILog;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.rfb.RfbClient;
import dev.benchtop.core.rfb.RfbListener;

/** Ties one tab to the display of a node: connects, and connects again when the display has come back. */
final class DisplayConnection implements AutoCloseable {

	/** How it stands. */
	enum State {
		WAITING, CONNECTING, CONNECTED, FAILED
	}

	private static final long AGAIN_MILLIS = 1500;
	/** Its switching on is heard of; this is for a display whose board says nothing. */
	private static final long AGAIN_WHILE_OFF_MILLIS = 10_000;

	private final RfbListener listener;
	private final Runnable changed;
	private final Passwords passwords;
	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("display clock").factory()); //$NON-NLS-1$
	private Node node;
	/** Counts connections, so that one that is left changes nothing any more. */
	private int attempt;
	private RfbClient client;
	private BenchException failure;
	private Level level = Level.UNKNOWN;
	private State state = State.WAITING;
	private ScheduledFuture<?> again;
	private boolean paused;
	private boolean closed;
	/** What was typed for the display. */
	private Secret answer;
	private boolean keepAnswer;
	private boolean asks;
	private boolean refused;

	/**
	 * @param listener hears what the display shows
	 * @param changed called on any thread when {@link #state} is another
	 * @param passwords of displays that want one
	 */
	DisplayConnection(RfbListener listener, Runnable changed, Passwords passwords) {
		this.listener = listener;
		this.changed = changed;
		this.passwords = passwords;
	}

	/** Ties the tab to this node; does nothing where it is tied to it. Quick. */
	synchronized void follow(Optional<Node> found) {
		if (closed || found.orElse(null) == node) {
			return;
		}
		drop();
		node = found.orElse(null);
		level = Level.UNKNOWN;
		state = State.WAITING;
		connect();
	}

	/** The board says how its display stands: one that was switched on is tried at once. Quick. */
	synchronized void said(Level next) {
		final boolean on = next == Level.ON && level != Level.ON;
		level = next;
		if (on) {
			connect();
		}
	}

	/** Connects if it is not: the board was switched on, or the person wants it. Quick. */
	synchronized void connect() {
		if (!closed && node != null && (state == State.WAITING || state == State.FAILED)) {
			cancelAgain();
			final Node next = node;
			final int mine = ++attempt;
			state = State.CONNECTING;
			Thread.ofPlatform().daemon().name("display " + next.path()).start(() -> run(next, mine)); //$NON-NLS-1$
		}
	}

	synchronized State state() {
		return state;
	}

	/** Why there is no connection. */
	synchronized Optional<BenchException> failure() {
		return Optional.ofNullable(failure);
	}

	/** Whether it connects again by itself; a server that refuses a password would only take more tries for an attack. */
	synchronized boolean triesAgain() {
		return failure == null || failure.kind() != BenchException.Kind.USAGE;
	}

	/** Whether the display wants a password that nobody has told it yet, or another one. */
	synchronized boolean asksForPassword() {
		return state == State.FAILED && asks;
	}

	/** Whether it was told one, and did not take it. */
	synchronized boolean refusedPassword() {
		return refused;
	}

	/** Connects with this password, which is kept once it was the right one and that is wanted. Quick. */
	synchronized void answer(Secret password, boolean keep) {
		answer = password;
		keepAnswer = keep;
		connect();
	}

	/** The client, while it is connected. */
	synchronized Optional<RfbClient> client() {
		return state == State.CONNECTED ? Optional.of(client) : Optional.empty();
	}

	/** While nobody looks, nothing is asked for. */
	void pause(boolean pause) {
		final RfbClient now;
		synchronized (this) {
			paused = pause;
			now = client;
		}
		if (now != null) {
			now.pause(pause); // outside: it may wait for a screen that is just told to us
		}
	}

	@Override
	public synchronized void close() {
		closed = true;
		drop();
		clock.shutdownNow();
	}

	/** Its first screen tells that a display is connected. */
	synchronized void greeted() {
		if (client != null) {
			state = State.CONNECTED;
			failure = null;
			if (keepAnswer) {
				keepAnswer = false;
				passwords.keep(node, answer);
			}
		}
	}

	private void run(Node of, int mine) {
		BenchException end = null;
		RfbClient opened = null;
		boolean told = false;
		try {
			final var configured = of.use(Display.class);
			final var display = new AskedDisplay(configured, () -> password(of, configured));
			opened = RfbClient.open(display, listener);
			if (!take(mine, opened)) {
				opened.close();
				return;
			}
			try {
				opened.run();
			} finally {
				told = display.told();
			}
		} catch (BenchException e) {
			end = e;
		} catch (RuntimeException e) {
			ILog.of(DisplayConnection.class).error(of.toString(), e);
			end = BenchException.failed(Messages.DisplayConnection_defect).where(of.toString()).why(e).build();
		}
		ended(mine, end, opened != null && opened.wantsPassword(), told);
	}

	/** What was typed, before what the bench file says, before what was kept. */
	private Optional<Secret> password(Node of, Display display) {
		return typed().or(display::password).or(() -> passwords.of(of));
	}

	private synchronized Optional<Secret> typed() {
		return Optional.ofNullable(answer);
	}

	private synchronized boolean take(int mine, RfbClient opened) {
		if (attempt != mine) {
			return false;
		}
		client = opened;
		client.pause(paused);
		return true;
	}

	private void ended(int mine, BenchException end, boolean wanted, boolean told) {
		synchronized (this) {
			if (attempt != mine) {
				return;
			}
			client = null;
			state = State.FAILED;
			failure = end;
			asks = wanted;
			refused = wanted && told;
			if (wanted) {
				forgetAnswer();
			}
			if (triesAgain()) {
				again = clock.schedule(this::connect, level == Level.OFF ? AGAIN_WHILE_OFF_MILLIS : AGAIN_MILLIS, TimeUnit.MILLISECONDS);
			}
		}
		changed.run();
	}

	private void drop() {
		cancelAgain();
		attempt++;
		if (client != null) {
			client.close();
		}
		client = null;
		failure = null;
		node = null;
		asks = false;
		refused = false;
		forgetAnswer();
	}

	private void forgetAnswer() {
		answer = null;
		keepAnswer = false;
	}

	private void cancelAgain() {
		if (again != null) {
			again.cancel(false);
			again = null;
		}
	}
}
