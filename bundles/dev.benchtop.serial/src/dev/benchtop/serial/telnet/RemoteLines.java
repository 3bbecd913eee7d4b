package dev.benchtop.serial.telnet;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.SerialLines;
import dev.benchtop.serial.line.LineSettings;

/** The control lines of a port of another machine; what was set last holds for the next connection too. */
final class RemoteLines implements SerialLines {

	@FunctionalInterface
	private interface Change {
		void on(ComPort port) throws IOException;
	}

	private final String name;
	private LineSettings settings;
	private ComPort port;

	RemoteLines(String name, LineSettings settings) {
		this.name = name;
		this.settings = settings;
	}

	synchronized LineSettings settings() {
		return settings;
	}

	synchronized void opened(ComPort now) {
		port = now;
	}

	synchronized void closed(ComPort which) {
		if (port == which) {
			port = null;
		}
	}

	@Override
	public int baudRate() {
		return settings().baudrate();
	}

	@Override
	public void baudRate(int baud) throws BenchException {
		if (open() != null) {
			change(open -> open.baudrate(baud));
		}
		synchronized (this) {
			settings = settings.withBaudrate(baud);
		}
	}

	@Override
	public void sendBreak(Duration length) throws BenchException {
		change(open -> open.breaking(true));
		try {
			LockSupport.parkNanos(length.toNanos());
		} finally {
			change(open -> open.breaking(false));
		}
	}

	@Override
	public boolean dtr() {
		return settings().dtr();
	}

	@Override
	public void dtr(boolean asserted) throws BenchException {
		change(open -> open.dtr(asserted));
		synchronized (this) {
			settings = settings.withLines(asserted, settings.rts());
		}
	}

	@Override
	public boolean rts() {
		return settings().rts();
	}

	@Override
	public void rts(boolean asserted) throws BenchException {
		change(open -> open.rts(asserted));
		synchronized (this) {
			settings = settings.withLines(settings.dtr(), asserted);
		}
	}

	@Override
	public void restore(boolean dtr, boolean rts) throws BenchException {
		synchronized (this) {
			settings = settings.withLines(dtr, rts);
		}
		if (open() != null) {
			SerialLines.super.restore(dtr, rts);
		}
	}

	@Override
	public Set<Signal> signals() {
		final var now = open();
		return now == null ? Set.of() : now.signals();
	}

	private synchronized ComPort open() {
		return port;
	}

	private void change(Change change) throws BenchException {
		final var now = open();
		if (now == null) {
			throw BenchException.failed(Messages.RemoteLines_notOpen).where(name).build();
		}
		try {
			change.on(now);
		} catch (IOException e) {
			throw BenchException.failed(Messages.RemoteLines_failed).where(name).why(e).build();
		}
	}
}
