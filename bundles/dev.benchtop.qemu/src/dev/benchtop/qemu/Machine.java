package dev.benchtop.qemu;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.core.driver.DriverContext;

/** A virtual machine that lives on its own: this process starts, finds, watches and ends it. */
final class Machine implements Power, Watcher.Listener, AutoCloseable {

	static final String POWER = "power"; //$NON-NLS-1$
	static final String CONSOLE = "console"; //$NON-NLS-1$
	static final String FLASHER = "flasher"; //$NON-NLS-1$

	private static final Duration CONSOLE_END = Duration.ofMillis(500);
	private static final System.Logger LOG = System.getLogger(Machine.class.getName());

	private final DriverContext context;
	private final Path state;
	private final Launcher launcher;
	private final Exclusive exclusive;
	private final ConsoleLine console;
	private final Watcher watcher;

	/**
	 * A machine that may go already.
	 *
	 * @param state its folder
	 */
	Machine(DriverContext context, QemuConfig config, Host host, Path state, List<Disk> disks) {
		this.context = context;
		this.state = state;
		final Path log = state.resolve("console.log"); //$NON-NLS-1$
		this.launcher = new Launcher(context.board(), config, host, context.folder(), state, context.runtime(), log, disks);
		this.exclusive = new Exclusive(context.lock());
		final String node = context.node() + '.' + CONSOLE;
		this.console = new ConsoleLine(node, new SerialTransport(context.board(), log, this::run), log, context.lock(), "console:" + node); //$NON-NLS-1$
		publishFirst();
		console.attach(new ConsoleListener() {
			@Override
			public void received(byte[] bytes, boolean replay) {
				// only the state of the line is of interest here
			}

			@Override
			public void changed(ConsoleState now) {
				publishConsole(now);
			}
		}, Long.MAX_VALUE);
		this.watcher = new Watcher("qemu " + context.board() + '/' + context.node(), state, this); //$NON-NLS-1$
	}

	Console console() {
		return console;
	}

	/** The run that goes, if one does. */
	Optional<Run> run() {
		return Run.last(state).filter(Run::goes);
	}

	@Override
	public void on(CancelToken cancel) throws BenchException {
		exclusive.run(Messages.Machine_on, cancel, () -> {
			if (run().isEmpty()) {
				launcher.start(_ -> watcher.attach(), cancel);
			}
			return null;
		});
	}

	@Override
	public void off(CancelToken cancel) throws BenchException {
		exclusive.run(Messages.Machine_off, cancel, () -> {
			final var run = run();
			if (run.isPresent()) {
				Stop.end(run.get());
				run.get().clean();
				awaitConsoleEnd();
			}
			return null;
		});
	}

	/** Lets the console read the last that the board said, so that the next run does not begin before this one has ended for its readers. */
	private void awaitConsoleEnd() {
		final long until = System.nanoTime() + CONSOLE_END.toNanos();
		while (console.state().line() == Line.OPEN && System.nanoTime() < until) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
		}
	}

	@Override
	public State state() {
		return run().isPresent() ? State.ON : State.OFF;
	}

	/**
	 * Does something with the disks while the machine is off and stays so.
	 *
	 * @throws BenchException what the action throws, or that it is on
	 */
	<T> T whileOff(String what, CancelToken cancel, Exclusive.Action<T> action) throws BenchException {
		requireOff();
		return exclusive.run(what, cancel, () -> {
			requireOff();
			return action.run();
		});
	}

	void requireOff() throws BenchException {
		if (run().isPresent()) {
			throw BenchException.failed(Messages.Machine_isOn).where(context.board()).next(Messages.Machine_switchOff).build();
		}
	}

	@Override
	public void started(Run run) {
		publishOn(run);
		try {
			console.open();
		} catch (BenchException e) {
			LOG.log(System.Logger.Level.WARNING, e.getMessage(), e);
		}
	}

	@Override
	public void paused(Run run, boolean still) {
		if (still) {
			publish(new NodeState(Level.WARNING, Messages.Machine_pausedWord, run.said().isEmpty() ? Messages.Machine_pausedDetail : run.said()));
		} else {
			publishOn(run);
		}
	}

	@Override
	public void ended(Run run, String reason, String words) {
		publish(switch (reason) {
			case "guest-shutdown" -> off(Messages.Machine_guestOff); //$NON-NLS-1$
			case "guest-reset" -> off(Messages.Machine_guestReset); //$NON-NLS-1$
			case "host-qmp-quit" -> off(Messages.Machine_switchedOff); //$NON-NLS-1$
			case "guest-panic" -> new NodeState(Level.ERROR, Messages.Machine_offWord, Messages.Machine_guestPanic); //$NON-NLS-1$
			default -> new NodeState(Level.WARNING, Messages.Machine_offWord, words.isEmpty() ? Messages.Machine_killed : NLS.bind(Messages.Machine_died, words));
		});
	}

	/** Ceases to watch and to listen; the machine goes on. */
	@Override
	public void close() {
		watcher.close();
		console.close();
	}

	private void publishFirst() {
		final var run = run();
		if (run.isPresent()) {
			publishOn(run.get());
			return;
		}
		try {
			launcher.check();
			publish(off("")); //$NON-NLS-1$
		} catch (BenchException e) {
			publish(new NodeState(Level.ERROR, Messages.Machine_offWord, e.getMessage()));
		}
	}

	private void publishOn(Run run) {
		publish(new NodeState(Level.ON, Messages.Machine_onWord,
				NLS.bind(Messages.Machine_onDetail, new Object[] {run.accel(), run.reason(), Long.toString(run.pid().orElse(0))})));
	}

	private void publish(NodeState now) {
		context.publish("", now); //$NON-NLS-1$
		context.publish(POWER, now);
	}

	private void publishConsole(ConsoleState now) {
		final String detail = now.reason().orElse(now.detail());
		context.publish(CONSOLE, switch (now.line()) {
			case OPEN -> new NodeState(Level.ON, Messages.Machine_consoleOpen, detail);
			case CLOSED -> new NodeState(Level.OFF, Messages.Machine_consoleClosed, detail);
			case LOST -> new NodeState(Level.WARNING, Messages.Machine_consoleLost, detail);
		});
	}

	private static NodeState off(String detail) {
		return new NodeState(Level.OFF, Messages.Machine_offWord, detail);
	}
}
