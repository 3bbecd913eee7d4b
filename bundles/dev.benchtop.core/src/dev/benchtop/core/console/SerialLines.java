package dev.benchtop.core.console;

import java.time.Duration;

import dev.benchtop.core.BenchException;

/** The control lines and the speed of a serial port. */
public interface SerialLines {

	int baudRate();

	void baudRate(int baud) throws BenchException;

	/** Holds the line in the break condition for so long. */
	void sendBreak(Duration length) throws BenchException;

	boolean dtr();

	void dtr(boolean asserted) throws BenchException;

	boolean rts();

	void rts(boolean asserted) throws BenchException;
}
