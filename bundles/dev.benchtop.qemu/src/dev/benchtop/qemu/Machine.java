package dev.benchtop.qemu;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.Verb;

/** A virtual machine that lives on its own: this process starts, finds, watches and ends it. */
final class Machine implements Power, Watcher.Listener, AutoCloseable {

	static final String POWER = "power"; //$NON-NLS-1$
	static final String FLASHER = "flasher"; //$NON-NLS-1$
	static final String DISPLAY = "display"; //$NON-NLS-1$

	private static final Duration SEEN = Duration.ofMillis(500);

	private final DriverContext context;
	private final QemuConfig config;
	private final Arch arch;
	private final Path state;
	private final Launcher launcher;
	private final Exclusive exclusive;
	private final Consoles consoles;
	private final PortStates ports;
	private final Watcher watcher;
	private volatile Runnable turn = () -> { };
	/** The run that was ended from here. */
	private volatile String ending = ""; //$NON-NLS-1$
	private String told = ""; //$NON-NLS-1$

	/** A machine that may go already. */
	Machine(DriverContext context, Parts parts) {
		this.context = context;
		this.config = parts.config();
		this.arch = config.archOn(parts.host());
		this.state = parts.state();
		this.launcher = new Launcher(parts, context.runtime());
		this.exclusive = new Exclusive(context.lock());
		this.consoles = new Consoles(context, parts.lines(), this::run);
		this.ports = new PortStates(context, config);
		publishFirst();
		this.watcher = new Watcher("qemu " + context.board() + '/' + context.node(), state, this); //$NON-NLS-1$
		if (run().isPresent()) {
			watcher.awaitAttached();
		}
	}

	Map<String, ? extends Console> consoles() {
		return consoles.all();
	}

	/** Runs on the watcher's thread whenever the machine comes, goes, or goes on after it stood still: whoever did that may have done more. */
	void onTurn(Runnable action) {
		turn = action;
	}

	Launcher launcher() {
		return launcher;
	}

	/** The run that goes, if one does. */
	Optional<Run> run() {
		return Run.last(state).filter(Run::goes);
	}

	/** The run that goes. */
	Run requireOn() throws BenchException {
		return run().orElseThrow(() -> BenchException.failed(NLS.bind(Messages.off, context.board())).next(Messages.switchOn).build());
	}

	@Override
	public void on(CancelToken cancel) throws BenchException {
		on(config.disposable(), _ -> { }, cancel);
	}

	/**
	 * Switches it on.
	 *
	 * @param disposable whether what it writes is dropped when it goes off
	 * @param before done while it stands before its first instruction
	 */
	void on(boolean disposable, Launcher.Attach before, CancelToken cancel) throws BenchException {
		exclusive.run(Messages.Machine_on, cancel, () -> {
			if (run().isEmpty()) {
				launcher.start(disposable, run -> {
					watcher.attach();
					before.to(run);
				}, cancel);
			}
			return null;
		});
	}

	/** Presses the power button where someone listens to it, and cuts the power where nobody does, or nothing has come of it in time. */
	@Override
	public void off(CancelToken cancel) throws BenchException {
		exclusive.run(Messages.Machine_off, cancel, () -> {
			final var run = run();
			if (run.isPresent()) {
				ending = run.get().id();
				if (config.shutdown().isZero() || !asked(run.get(), cancel)) {
					Stop.end(run.get());
				}
				ended(run.get());
			}
			return null;
		});
	}

	/** Cuts the power. */
	void cut(CancelToken cancel) throws BenchException {
		exclusive.run(Messages.Machine_off, cancel, () -> {
			final var run = run();
			if (run.isPresent()) {
				ending = run.get().id();
				Stop.end(run.get());
				ended(run.get());
			}
			return null;
		});
	}

	private void ended(Run run) {
		run.clean();
		consoles.awaitEnd();
		if (!awaitTold(run)) {
			publish(off(Messages.Machine_switchedOff));
			ports.off();
		}
	}

	/** Returns when the watcher has told the end of the run, or after a moment: where another process has QEMU's ear, it may know nothing of it. */
	private synchronized boolean awaitTold(Run run) {
		final long end = System.nanoTime() + SEEN.toNanos();
		try {
			for (long left = SEEN.toMillis(); !run.id().equals(told) && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
				wait(left);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		return run.id().equals(told);
	}

	private synchronized void told(Run run) {
		told = run.id();
		notifyAll();
	}

	private boolean asked(Run run, CancelToken cancel) throws BenchException {
		try {
			return PowerButton.isHeard(run, arch) && PowerButton.press(run, config.shutdown(), cancel);
		} catch (BenchException e) {
			if (e.isCancelled()) {
				ending = ""; //$NON-NLS-1$ it goes on
				throw e;
			}
			return !run.goes(); // one that does not answer is cut off
		}
	}

	@Override
	public State state() {
		return run().isPresent() ? State.ON : State.OFF;
	}

	@Override
	public List<Verb> verbs() {
		return MachineVerbs.of(this, Power.super.verbs());
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

	/** Does something with the machine, which stays on or off meanwhile as far as it is for us. */
	<T> T alone(String what, CancelToken cancel, Exclusive.Action<T> action) throws BenchException {
		return exclusive.run(what, cancel, action);
	}

	void requireOff() throws BenchException {
		if (run().isPresent()) {
			throw BenchException.failed(Messages.Machine_isOn).where(context.board()).next(Messages.Machine_switchOff).build();
		}
	}

	@Override
	public void started(Run run) {
		publishOn(run);
		consoles.open();
		turn.run();
	}

	@Override
	public void paused(Run run, boolean still, String why) {
		if (still) {
			publish(new NodeState(Level.WARNING, Messages.Machine_pausedWord, why.isEmpty() ? Messages.Machine_pausedDetail : why));
		} else {
			publishOn(run);
			turn.run();
		}
	}

	@Override
	public void ended(Run run, String reason, String words) {
		publish(switch (reason) {
			case "guest-shutdown" -> off(Messages.Machine_guestOff); //$NON-NLS-1$
			case "guest-reset" -> off(Messages.Machine_guestReset); //$NON-NLS-1$
			case "host-qmp-quit" -> off(Messages.Machine_switchedOff); //$NON-NLS-1$
			case "guest-panic" -> new NodeState(Level.ERROR, Messages.Machine_offWord, Messages.Machine_guestPanic); //$NON-NLS-1$
			case String none when none.isEmpty() && run.id().equals(ending) -> off(Messages.Machine_switchedOff); // another process heard QEMU's event
			default -> new NodeState(Level.WARNING, Messages.Machine_offWord, words.isEmpty() ? Messages.Machine_killed : NLS.bind(Messages.Machine_died, words));
		});
		ports.off();
		told(run);
		turn.run();
	}

	/** Ceases to watch and to listen; the machine goes on. */
	@Override
	public void close() {
		watcher.close();
		consoles.close();
	}

	private void publishFirst() {
		final var run = run();
		if (run.isPresent()) {
			publishOn(run.get());
			return;
		}
		ports.off();
		try {
			launcher.check();
			publish(off("")); //$NON-NLS-1$
		} catch (BenchException e) {
			publish(new NodeState(Level.ERROR, Messages.Machine_offWord, e.getMessage()));
		}
	}

	private void publishOn(Run run) {
		final var lines = new ArrayList<>(List.of(NLS.bind(Messages.Machine_onDetail, new Object[] {run.accel(), run.reason(), Long.toString(run.pid().orElse(0))})));
		ports.told(run).ifPresent(lines::add);
		run.warnings().forEach(warning -> lines.add(NLS.bind(Messages.Machine_warning, warning)));
		if (run.disposable()) {
			lines.add(Messages.Machine_disposable);
		}
		final String detail = String.join("\n", lines); //$NON-NLS-1$
		ports.on(run);
		publish(run.warnings().isEmpty() ? Level.ON : Level.WARNING, new NodeState(Level.ON, Messages.Machine_onWord, detail));
	}

	private void publish(NodeState now) {
		publish(now.level(), now);
	}

	/** The machine as a whole may be of another level than its power. */
	private void publish(Level whole, NodeState now) {
		context.publish("", new NodeState(whole, now.word(), now.detail())); //$NON-NLS-1$
		context.publish(POWER, now);
		if (config.display()) {
			context.publish(DISPLAY, now);
		}
	}

	private static NodeState off(String detail) {
		return new NodeState(Level.OFF, Messages.Machine_offWord, detail);
	}
}
