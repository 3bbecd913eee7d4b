package dev.benchtop.disk.mux;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Program;
import dev.benchtop.core.capability.StorageMux.Position;

/** A mux that is a few command lines. Where none of them asks it, it is where it was put last. */
final class CommandSwitch implements MuxSwitch {

	private static final Map<String, Position> WORDS = Map.of("host", Position.HOST, "ts", Position.HOST, "dut", Position.DUT, "client", Position.DUT, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"off", Position.OFF); //$NON-NLS-1$

	private final Map<Position, Program> lines;
	private final Optional<Program> ask;
	private volatile Position last = Position.UNKNOWN;

	/**
	 * @param lines how to move the medium to each place; where there is none for {@link Position#OFF}, it goes to this machine instead
	 * @param ask prints {@code host}, {@code dut} or {@code off}
	 */
	CommandSwitch(Map<Position, Program> lines, Optional<Program> ask) {
		this.lines = lines;
		this.ask = ask;
	}

	@Override
	public void move(Position to, CancelToken cancel) throws BenchException {
		final Position place = lines.containsKey(to) ? to : Position.HOST;
		last = Position.UNKNOWN;
		lines.get(place).run(cancel);
		last = place;
	}

	@Override
	public Position position() throws BenchException {
		if (ask.isEmpty()) {
			return last;
		}
		final String said = ask.get().run(CancelToken.none());
		return Optional.ofNullable(WORDS.get(said.toLowerCase(Locale.ROOT)))
				.orElseThrow(() -> BenchException.failed(NLS.bind(Messages.Command_noPosition, said)).next(Messages.Command_noPositionNext).build());
	}

	@Override
	public boolean detaches() {
		return lines.containsKey(Position.OFF);
	}
}
