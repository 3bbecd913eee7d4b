package dev.benchtop.server.tftp;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String clientError;
	public static String problem;
	public static String replaced;
	public static String silent;
	public static String stopped;
	public static String unexpected;

	static {
		initializeMessages("dev.benchtop.server.tftp.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}

	static String clientError(int code, String text) {
		return NLS.bind(clientError, code, text);
	}

	static String silent(long nanoseconds) {
		return NLS.bind(silent, nanoseconds / 1_000_000_000L);
	}

	static String unexpected(int operation) {
		return NLS.bind(unexpected, operation);
	}

	static String reason(Exception cause) {
		final var text = cause.getLocalizedMessage();
		return cause instanceof TftpRefusal || text != null && text.contains(" ") ? text //$NON-NLS-1$
				: NLS.bind(problem, cause.getClass().getSimpleName(), text);
	}
}
