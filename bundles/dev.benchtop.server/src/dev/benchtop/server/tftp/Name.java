package dev.benchtop.server.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Turns the name of a request into one that cannot lead anywhere else. */
final class Name {

	private static final int MOST_BYTES = 512;
	private static final int MOST_BYTES_OF_PART = 255;
	/** Names that Windows gives to devices, in any folder and with any ending. */
	private static final Pattern DEVICE = Pattern.compile(
			"(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])[ ]*([.:].*)?"); //$NON-NLS-1$
	private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*"); //$NON-NLS-1$

	private Name() {
	}

	/** The name, relative and without empty parts and {@code .}; throws what the client is told. */
	static String clean(byte[] bytes) throws TftpRefusal {
		if (bytes.length > MOST_BYTES) {
			throw denied();
		}
		final var name = decode(bytes);
		if (name.startsWith("/") || DRIVE.matcher(name).matches() || name.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) { //$NON-NLS-1$
			throw denied();
		}
		final var clean = new StringJoiner("/"); //$NON-NLS-1$
		for (final var part : name.split("/")) { //$NON-NLS-1$
			if (part.equals("..") || DEVICE.matcher(part).matches() || part.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_PART) { //$NON-NLS-1$
				throw denied();
			}
			if (!part.isEmpty() && !part.equals(".")) { //$NON-NLS-1$
				clean.add(part);
			}
		}
		if (clean.length() == 0 || name.endsWith("/")) { //$NON-NLS-1$
			throw new TftpRefusal(TftpError.FILE_NOT_FOUND, "Not a file"); //$NON-NLS-1$
		}
		return clean.toString();
	}

	/** The name for people to look at. */
	static String shown(byte[] bytes) {
		return Packet.text(ByteBuffer.wrap(bytes));
	}

	private static String decode(byte[] bytes) throws TftpRefusal {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (final CharacterCodingException e) {
			throw denied();
		}
	}

	private static TftpRefusal denied() {
		return new TftpRefusal(TftpError.ACCESS_VIOLATION, "Access violation"); //$NON-NLS-1$
	}
}
