package dev.benchtop.disk.mux;

import java.util.Optional;
import java.util.function.Supplier;

/** What a device was told last that cannot be asked; not known any more once it was unplugged. Thread-safe. */
final class Remembered<T> {

	private final T unknown;
	private final Supplier<Optional<String>> connection;
	private T value;
	private Optional<String> at = Optional.empty();

	/** @param connection tells each plugging in from any other; empty while the device is not there */
	Remembered(T unknown, Supplier<Optional<String>> connection) {
		this.unknown = unknown;
		this.connection = connection;
		this.value = unknown;
	}

	synchronized T get() {
		if (value != unknown && !connection.get().equals(at)) {
			value = unknown;
		}
		return value;
	}

	synchronized void forget() {
		value = unknown;
	}

	/** The device was told this just now. */
	synchronized void set(T told) {
		at = connection.get();
		value = at.isEmpty() ? unknown : told;
	}
}
