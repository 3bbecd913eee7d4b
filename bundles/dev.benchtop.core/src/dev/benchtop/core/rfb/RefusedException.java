package dev.benchtop.core.rfb;

/** A server does not let us in; the message is its reason. */
final class RefusedException extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean password;

	/** @param password whether another password would help */
	RefusedException(String reason, boolean password) {
		super(reason);
		this.password = password;
	}

	static RefusedException noPassword() {
		return new RefusedException(Messages.Handshake_noPassword, true);
	}

	boolean wantsPassword() {
		return password;
	}
}
