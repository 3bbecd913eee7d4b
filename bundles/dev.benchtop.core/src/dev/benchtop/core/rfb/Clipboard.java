package dev.benchtop.core.rfb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/** The clipboards of both sides: as Latin-1 (RFC 6143, sections 7.5.6 and 7.6.4), and as Unicode where the server knows the extended one (rfbproto). */
final class Clipboard {

	/** Longer texts are passed over. */
	static final int MOST = 8 << 20;

	private static final int TEXT = 1;
	private static final int CAPS = 1 << 24;
	private static final int REQUEST = 1 << 25;
	private static final int PEEK = 1 << 26;
	private static final int NOTIFY = 1 << 27;
	private static final int PROVIDE = 1 << 28;

	private final Outbox outbox;
	private boolean extended;
	private String offered = ""; //$NON-NLS-1$

	Clipboard(Outbox outbox) {
		this.outbox = outbox;
	}

	/** Tells the board what our clipboard holds; passes over what is too long. */
	synchronized void send(String text) {
		if (text.length() > MOST) {
			return;
		}
		offered = text;
		if (extended) {
			outbox.send(ClientMessages.extendedCutText(NOTIFY | TEXT, new byte[0]));
		} else {
			outbox.send(ClientMessages.cutText(text));
		}
	}

	/** Reads what follows the type of the message. */
	void read(RfbInput input, RfbListener listener) throws IOException {
		input.skip(3);
		final int length = input.s32();
		if (length < 0) {
			extended(input, -(long) length, listener);
		} else if (length > MOST) {
			input.skip(length);
		} else {
			listener.cutText(input.text(length, MOST, StandardCharsets.ISO_8859_1));
		}
	}

	/** Reads without the lock: whoever sends must not wait for the board. */
	private void extended(RfbInput input, long length, RfbListener listener) throws IOException {
		if (length < Integer.BYTES) {
			throw new RfbException(Messages.Clipboard_short);
		}
		final int flags = input.s32();
		final long rest = length - Integer.BYTES;
		if ((flags & CAPS) != 0) {
			input.skip(rest);
			extend();
		} else if ((flags & PROVIDE) != 0 && (flags & TEXT) != 0) {
			provided(input, rest, listener);
		} else {
			input.skip(rest);
			answer(flags);
		}
	}

	private synchronized void extend() {
		extended = true;
		outbox.send(ClientMessages.extendedCutText(CAPS | REQUEST | PEEK | NOTIFY | PROVIDE | TEXT, ByteBuffer.allocate(4).putInt(MOST).array()));
	}

	private synchronized void answer(int flags) {
		if ((flags & REQUEST) != 0) {
			outbox.send(ClientMessages.extendedCutText(PROVIDE | TEXT, packed(offered)));
		} else if ((flags & PEEK) != 0) {
			outbox.send(ClientMessages.extendedCutText(NOTIFY | (offered.isEmpty() ? 0 : TEXT), new byte[0]));
		} else if ((flags & NOTIFY) != 0 && (flags & TEXT) != 0) {
			outbox.send(ClientMessages.extendedCutText(REQUEST | TEXT, new byte[0]));
		}
	}

	private static void provided(RfbInput input, long length, RfbListener listener) throws IOException {
		try (var stream = new ZlibStream()) {
			stream.begin(input, length);
			final long size = Integer.toUnsignedLong(stream.u8() << 24 | stream.u8() << 16 | stream.u8() << 8 | stream.u8());
			final var text = new ByteArrayOutputStream();
			for (long i = 0; i < Math.min(size, MOST); i++) {
				text.write(stream.u8());
			}
			stream.skipRest();
			listener.cutText(text.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replace("\0", "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		}
	}

	private static byte[] packed(String text) {
		final byte[] bytes = (text.replace("\r\n", "\n").replace("\n", "\r\n") + '\0').getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		final var packed = new ByteArrayOutputStream();
		try (var deflater = new DeflaterOutputStream(packed)) {
			deflater.write(ByteBuffer.allocate(4).putInt(bytes.length).array());
			deflater.write(bytes);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
		return packed.toByteArray();
	}
}
