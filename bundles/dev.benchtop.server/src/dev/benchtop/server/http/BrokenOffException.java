package dev.benchtop.server.http;

import java.io.IOException;

/** An answer had begun and could not be ended: the connection is of no use any more. */
final class BrokenOffException extends IOException {

	private static final long serialVersionUID = 1L;

	BrokenOffException(Exception cause) {
		super(cause.getMessage(), cause);
	}
}
