package dev.benchtop.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.benchtop.core.spi.Finder;

/** Finds a serial port that is there as long as it is plugged in. */
final class OnePort implements Finder {

	static final String NAME = "FT232R USB UART";
	static final String PATH = "/dev/serial/by-id/usb-FTDI-A9";

	private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
	private volatile boolean plugged = true;

	void plug(boolean in) {
		plugged = in;
		watchers.forEach(Runnable::run);
	}

	boolean watched() {
		return !watchers.isEmpty();
	}

	@Override
	public String kind() {
		return "port";
	}

	@Override
	public List<Found> find() {
		return !plugged ? List.of() : List.of(new Found("usb-FTDI-A9", NAME, "ttyUSB7 \u00b7 USB 1-2", "serial", Map.of("port", PATH)));
	}

	@Override
	public Watch watch(Runnable changed) {
		watchers.add(changed);
		return () -> watchers.remove(changed);
	}
}
