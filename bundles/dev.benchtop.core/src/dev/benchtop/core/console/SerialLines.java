package dev.benchtop.core.console;

import java.time.Duration;
import java.util.Set;

import dev.benchtop.core.BenchException;

/** The control lines and the speed of a serial port. */
public interface SerialLines {

	/** What the other side says by its lines. */
	enum Signal {
		CTS, DSR, DCD, RI
	}

	int baudRate();

	void baudRate(int baud) throws BenchException;

	/** Holds the line in the break condition for so long. */
	void sendBreak(Duration length) throws BenchException;

	boolean dtr();

	void dtr(boolean asserted) throws BenchException;

	boolean rts();

	void rts(boolean asserted) throws BenchException;

	/** Sets both to what they were before, each even where the other fails; a port that is gone has them so at its next connection. */
	default void restore(boolean dtr, boolean rts) throws BenchException {
		try {
			dtr(dtr);
		} catch (BenchException e) {
			try {
				rts(rts);
			} catch (BenchException also) {
				e.addSuppressed(also);
			}
			throw e;
		}
		rts(rts);
	}

	/** The lines of the other side that are asserted now. */
	default Set<Signal> signals() {
		return Set.of();
	}
}
