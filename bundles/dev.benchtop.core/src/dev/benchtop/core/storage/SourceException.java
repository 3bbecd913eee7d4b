package dev.benchtop.core.storage;

import java.io.IOException;

/** The source of a transfer cannot be read, as its cause tells. */
final class SourceException extends IOException {

	private static final long serialVersionUID = 1L;

	SourceException(Exception cause) {
		super(cause);
	}

	/** The failure itself. */
	Exception reason() {
		return (Exception) getCause();
	}
}
