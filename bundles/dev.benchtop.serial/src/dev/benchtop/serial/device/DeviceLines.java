package dev.benchtop.serial.device;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.SerialLines;
import dev.benchtop.serial.line.LineSettings;

/** The control lines of a port; what was set last holds for the next connection too. */
final class DeviceLines implements SerialLines {

	@FunctionalInterface
	private interface Change {
		boolean on(DevicePort port);
	}

	private final String name;
	private LineSettings settings;
	private DevicePort port;

	DeviceLines(String name, LineSettings settings) {
		this.name = name;
		this.settings = settings;
	}

	synchronized LineSettings settings() {
		return settings;
	}

	synchronized void opened(DevicePort now) {
		port = now;
	}

	synchronized void closed(DevicePort which) {
		if (port == which) {
			port = null;
		}
	}

	@Override
	public synchronized int baudRate() {
		return settings.baudrate();
	}

	@Override
	public synchronized void baudRate(int baud) throws BenchException {
		if (port != null && !port.baudrate(baud)) {
			port.baudrate(settings.baudrate());
			throw BenchException.failed(NLS.bind(Messages.DeviceLines_noSpeed, Integer.toString(baud))).where(name).build();
		}
		settings = settings.withBaudrate(baud);
	}

	@Override
	public void sendBreak(Duration length) throws BenchException {
		change(open -> open.breaking(true), Messages.DeviceLines_noBreak);
		try {
			LockSupport.parkNanos(length.toNanos());
		} finally {
			change(open -> open.breaking(false), Messages.DeviceLines_noBreak);
		}
	}

	@Override
	public synchronized boolean dtr() {
		return settings.dtr();
	}

	@Override
	public synchronized void dtr(boolean asserted) throws BenchException {
		change(open -> open.dtr(asserted), Messages.DeviceLines_noDtr);
		settings = settings.withLines(asserted, settings.rts());
	}

	@Override
	public synchronized boolean rts() {
		return settings.rts();
	}

	@Override
	public synchronized void rts(boolean asserted) throws BenchException {
		change(open -> open.rts(asserted), Messages.DeviceLines_noRts);
		settings = settings.withLines(settings.dtr(), asserted);
	}

	@Override
	public synchronized void restore(boolean dtr, boolean rts) throws BenchException {
		settings = settings.withLines(dtr, rts);
		if (port != null) {
			SerialLines.super.restore(dtr, rts);
		}
	}

	@Override
	public synchronized Set<Signal> signals() {
		return port == null ? Set.of() : port.signals();
	}

	private synchronized void change(Change change, String otherwise) throws BenchException {
		if (port == null) {
			throw BenchException.failed(Messages.DeviceLines_notOpen).where(name).build();
		}
		if (!change.on(port)) {
			throw BenchException.failed(otherwise).where(name).build();
		}
	}
}
