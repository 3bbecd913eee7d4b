package dev.benchtop.core.bench;

/**
 * {@code BOARD[/NODE][:TARGET]}.
 *
 * @param node empty for the whole board
 * @param target empty for the default
 */
public record Address(String board, String node, String target) {

	/** Reads an address; every part but the board may be missing. */
	public static Address parse(String text) {
		final int colon = text.indexOf(':');
		final String place = colon < 0 ? text : text.substring(0, colon);
		final int slash = place.indexOf('/');
		return new Address(slash < 0 ? place : place.substring(0, slash), slash < 0 ? "" : place.substring(slash + 1), //$NON-NLS-1$
				colon < 0 ? "" : text.substring(colon + 1)); //$NON-NLS-1$
	}

	@Override
	public String toString() {
		return board + (node.isEmpty() ? "" : "/" + node) + (target.isEmpty() ? "" : ":" + target); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}
}
