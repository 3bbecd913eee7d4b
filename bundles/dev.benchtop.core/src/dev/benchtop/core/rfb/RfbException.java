package dev.benchtop.core.rfb;

import java.io.IOException;

/** A server says something that the protocol does not allow, or that we cannot take. */
final class RfbException extends IOException {

	private static final long serialVersionUID = 1L;

	RfbException(String message) {
		super(message);
	}
}
