package dev.benchtop.server.tftp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What client and server agree on.
 *
 * @param timeout the seconds that the client waits (RFC 2349), 0 where it did not say
 * @param answer the options that are acknowledged, by their names as the client wrote them
 */
record Terms(int blockSize, int window, int timeout, Map<String, String> answer) {

	private static final int PLAIN_BLOCK = 512;
	private static final int LEAST_BLOCK = 8;
	private static final int MOST_WINDOW = 65535;
	private static final int MOST_TIMEOUT = 255;

	/**
	 * Agrees with a request. An option that is unknown or has no valid value is left out of the answer (RFC 2347); no value is larger
	 * than asked for.
	 *
	 * @param window blocks at most in a window for this client
	 * @param size the answer to {@code tsize}, -1 for none: what a file has in netascii is not known before it is sent
	 */
	static Terms agree(Request request, TftpSettings settings, int window, long size) {
		final Map<String, String> answer = new LinkedHashMap<>();
		int blockSize = PLAIN_BLOCK;
		int blocks = 1;
		int timeout = 0;
		for (final var option : request.options().entrySet()) {
			final var value = number(option.getValue());
			final int asked = value.orElse(-1);
			switch (option.getKey().toLowerCase(Locale.ROOT)) {
			case "blksize": //$NON-NLS-1$
				if (asked >= LEAST_BLOCK) {
					blockSize = Math.min(asked, settings.maxBlockSize());
					answer.put(option.getKey(), Integer.toString(blockSize));
				}
				break;
			case "windowsize": //$NON-NLS-1$
				if (asked >= 1 && asked <= MOST_WINDOW) {
					blocks = Math.min(asked, window);
					answer.put(option.getKey(), Integer.toString(blocks));
				}
				break;
			case "timeout": //$NON-NLS-1$
				if (asked >= 1 && asked <= MOST_TIMEOUT) {
					timeout = asked;
					answer.put(option.getKey(), Integer.toString(timeout));
				}
				break;
			case "tsize": //$NON-NLS-1$
				if (size >= 0) {
					answer.put(option.getKey(), Long.toString(size));
				}
				break;
			default:
				break;
			}
		}
		return new Terms(blockSize, blocks, timeout, Collections.unmodifiableMap(answer));
	}

	/** The size of the file that a client is going to send, -1 where it does not say. */
	static long announced(Request request) {
		for (final var option : request.options().entrySet()) {
			if (option.getKey().equalsIgnoreCase("tsize") && option.getValue().matches("\\d{1,18}")) { //$NON-NLS-1$ //$NON-NLS-2$
				return Long.parseLong(option.getValue());
			}
		}
		return -1;
	}

	/** The options by their proper names. */
	Map<String, String> shown() {
		final Map<String, String> shown = new LinkedHashMap<>();
		answer.forEach((name, value) -> shown.put(name.toLowerCase(Locale.ROOT), value));
		return Collections.unmodifiableMap(shown);
	}

	private static OptionalInt number(String text) {
		return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty(); //$NON-NLS-1$
	}
}
