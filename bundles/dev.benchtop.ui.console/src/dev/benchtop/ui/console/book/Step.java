package dev.benchtop.ui.console.book;

/**
 * One step of a macro.
 *
 * @param waitFor a regular expression that the board has to say first; empty for none
 * @param seconds how long it is waited for
 * @param send what is sent then, with escapes as {@link Escapes} reads them; may be empty
 * @param enter whether the Enter key is pressed after it
 */
public record Step(String waitFor, int seconds, String send, boolean enter) {

	static final int PATIENCE = 30;

	public Step {
		waitFor = waitFor == null ? "" : waitFor; //$NON-NLS-1$
		send = send == null ? "" : send; //$NON-NLS-1$
		seconds = seconds <= 0 ? PATIENCE : seconds;
	}
}
