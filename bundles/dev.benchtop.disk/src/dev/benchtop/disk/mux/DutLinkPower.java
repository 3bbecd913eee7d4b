package dev.benchtop.disk.mux;

import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverContext;

/** The power of a board on a DUTLink; the firmware does not tell whether it is on, so it is as it was put last, as long as it stays plugged in. */
final class DutLinkPower implements Power {

	private static final int OFF = 0;
	private static final int ON = 1;
	private static final Pattern READINGS = Pattern.compile("(-?[\\d.]+)V\\s+(-?[\\d.]+)A.*"); //$NON-NLS-1$

	private final DutLink board;
	private final DriverContext context;
	private final String child;
	private final Remembered<State> state;

	DutLinkPower(DutLink board, DriverContext context, String child) {
		this.board = board;
		this.context = context;
		this.child = child;
		this.state = new Remembered<>(State.UNKNOWN, board::connection);
	}

	@Override
	public void on(CancelToken cancel) throws BenchException {
		set(ON, State.ON, Level.ON, cancel);
	}

	@Override
	public void off(CancelToken cancel) throws BenchException {
		set(OFF, State.OFF, Level.OFF, cancel);
	}

	/** It is told even what it was told before: somebody else may have switched it meanwhile. */
	private synchronized void set(int action, State wanted, Level level, CancelToken cancel) throws BenchException {
		state.forget();
		board.power(action, cancel);
		state.set(wanted);
		context.publish(child, new NodeState(level, "", "")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public State state() {
		return state.get();
	}

	@Override
	public boolean metered() {
		return true;
	}

	@Override
	public Optional<Readings> readings(CancelToken cancel) throws BenchException {
		final String said = board.read("power"); //$NON-NLS-1$
		final var numbers = READINGS.matcher(said);
		if (!numbers.matches()) {
			throw BenchException.failed(NLS.bind(Messages.DutLink_readings, said)).where(context.place()).build();
		}
		return Optional.of(Readings.of(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)), Double.NaN));
	}
}
