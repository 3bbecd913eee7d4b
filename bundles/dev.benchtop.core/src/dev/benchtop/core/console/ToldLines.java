package dev.benchtop.core.console;

import java.time.Duration;
import java.util.Set;

import dev.benchtop.core.BenchException;

/** The lines of a transport, whose console tells its readers when the speed is another one. */
record ToldLines(SerialLines lines, Runnable told) implements SerialLines {

	@Override
	public int baudRate() {
		return lines.baudRate();
	}

	@Override
	public void baudRate(int baud) throws BenchException {
		lines.baudRate(baud);
		told.run();
	}

	@Override
	public void sendBreak(Duration length) throws BenchException {
		lines.sendBreak(length);
	}

	@Override
	public boolean dtr() {
		return lines.dtr();
	}

	@Override
	public void dtr(boolean asserted) throws BenchException {
		lines.dtr(asserted);
	}

	@Override
	public boolean rts() {
		return lines.rts();
	}

	@Override
	public void rts(boolean asserted) throws BenchException {
		lines.rts(asserted);
	}

	@Override
	public void restore(boolean dtr, boolean rts) throws BenchException {
		lines.restore(dtr, rts);
	}

	@Override
	public Set<Signal> signals() {
		return lines.signals();
	}
}
