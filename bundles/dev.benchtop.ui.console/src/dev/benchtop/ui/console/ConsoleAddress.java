package dev.benchtop.ui.console;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.benchtop.core.bench.Node;

/**
 * Which console a tab shows; its text is the secondary id of the view, so that tabs come back with the window:
 * {@code BOARD/NODE}, or {@code @PORT@BAUDRATE}, with {@code #2} behind it for the second tab of the same console.
 *
 * @param board the board; empty for a port that no bench names
 * @param node the path of the node in its board
 * @param port the port, where no bench names it
 * @param number which of the tabs of this console it is, from 1 on
 */
record ConsoleAddress(String board, String node, Optional<PortAddress> port, int number) {

	private static final char SEPARATOR = '/';
	private static final char PORT = '@';
	private static final char NUMBER = '#';

	ConsoleAddress(String board, String node) {
		this(board, node, Optional.empty(), 1);
	}

	static ConsoleAddress of(Node node) {
		return new ConsoleAddress(node.board().name(), node.path());
	}

	static ConsoleAddress of(PortAddress port) {
		return new ConsoleAddress("", "", Optional.of(port), 1); //$NON-NLS-1$ //$NON-NLS-2$
	}

	static ConsoleAddress parse(String secondaryId) {
		final int hash = secondaryId.lastIndexOf(NUMBER);
		final int number = hash < 0 ? 1 : Integer.parseInt(secondaryId.substring(hash + 1));
		final String which = hash < 0 ? secondaryId : secondaryId.substring(0, hash);
		if (which.charAt(0) == PORT) {
			final int at = which.lastIndexOf(PORT);
			final String port = URLDecoder.decode(which.substring(1, at), StandardCharsets.UTF_8);
			return new ConsoleAddress("", "", Optional.of(new PortAddress(port, Integer.parseInt(which.substring(at + 1)))), number); //$NON-NLS-1$ //$NON-NLS-2$
		}
		final int separator = which.indexOf(SEPARATOR);
		return new ConsoleAddress(which.substring(0, separator), which.substring(separator + 1), Optional.empty(), number);
	}

	/** Another tab of the same console. */
	ConsoleAddress tab(int which) {
		return new ConsoleAddress(board, node, port, which);
	}

	/** The console's own name: that of its node, or of its port. */
	String name() {
		return port.map(PortAddress::title).orElseGet(() -> node.substring(node.lastIndexOf('.') + 1));
	}

	/** The board or the port, for what is kept for it. */
	String owner() {
		return port.map(PortAddress::title).orElse(board);
	}

	@Override
	public String toString() {
		final String which = port.map(each -> PORT + URLEncoder.encode(each.port(), StandardCharsets.UTF_8) + PORT + each.baudrate()).orElseGet(() -> board + SEPARATOR + node);
		return number == 1 ? which : which + NUMBER + number;
	}
}
