package dev.benchtop.server.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request to read or to write (RFC 1350, section 5; RFC 2347).
 *
 * @param options name as it came to value, each name once whatever its case
 */
record Request(boolean write, byte[] name, boolean netascii, Map<String, String> options) {

	/** Reads a request behind its operation code; the first of two options of one name counts, what has no end is left out. */
	static Request parse(int operation, ByteBuffer packet) throws TftpRefusal {
		final var fields = fields(packet);
		if (fields.size() < 2 || fields.getFirst().length == 0) {
			throw new TftpRefusal(TftpError.ILLEGAL_OPERATION, "Malformed request"); //$NON-NLS-1$
		}
		final var mode = text(fields.get(1)).toLowerCase(Locale.ROOT);
		if (!mode.equals("octet") && !mode.equals("netascii")) { //$NON-NLS-1$ //$NON-NLS-2$
			throw new TftpRefusal(TftpError.ILLEGAL_OPERATION, "Unknown transfer mode"); //$NON-NLS-1$
		}
		final Map<String, String> options = new LinkedHashMap<>();
		for (int at = 2; at + 1 < fields.size(); at += 2) {
			final var option = text(fields.get(at));
			if (options.keySet().stream().noneMatch(option::equalsIgnoreCase)) {
				options.put(option, text(fields.get(at + 1)));
			}
		}
		return new Request(operation == Packet.WRITE, fields.getFirst(), mode.equals("netascii"), options); //$NON-NLS-1$
	}

	private static List<byte[]> fields(ByteBuffer packet) {
		final List<byte[]> fields = new ArrayList<>();
		int start = packet.position();
		for (int at = start; at < packet.limit(); at++) {
			if (packet.get(at) == 0) {
				final var field = new byte[at - start];
				packet.get(start, field);
				fields.add(field);
				start = at + 1;
			}
		}
		return fields;
	}

	private static String text(byte[] field) {
		return new String(field, StandardCharsets.ISO_8859_1);
	}
}
