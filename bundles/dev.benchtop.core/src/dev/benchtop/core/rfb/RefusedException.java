package dev.benchtop.core.rfb;

/** A server does not let us in; the message is its reason. */
final class RefusedException extends Exception {

	private static final long serialVersionUID = 1L;

	RefusedException(String reason) {
		super(reason);
	}

	static RefusedException noPassword() {
		return new RefusedException(Messages.Handshake_noPassword);
	}
}
