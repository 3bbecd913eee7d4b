package dev.benchtop.core.rfb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a client says (RFC 6143, section 7.5, and extensions). */
final class ClientMessages {

	private static final int QEMU = 255;

	private ClientMessages() {
	}

	/** 32 bits, the least significant byte first: blue, green, red, nothing. */
	static ByteBuffer pixelFormat() {
		return message(20, 0).put(4, (byte) 32).put(5, (byte) 24).put(6, (byte) 0).put(7, (byte) 1).putShort(8, (short) 255).putShort(10, (short) 255)
				.putShort(12, (short) 255).put(14, (byte) 16).put(15, (byte) 8).put(16, (byte) 0);
	}

	static ByteBuffer encodings(List<Integer> numbers) {
		final var message = message(4 + numbers.size() * Integer.BYTES, 2).putShort(2, (short) numbers.size());
		for (int i = 0; i < numbers.size(); i++) {
			message.putInt(4 + i * Integer.BYTES, numbers.get(i));
		}
		return message;
	}

	static ByteBuffer updateRequest(boolean incremental, Framebuffer screen) {
		return message(10, 3).put(1, (byte) (incremental ? 1 : 0)).putShort(6, (short) screen.width()).putShort(8, (short) screen.height());
	}

	static ByteBuffer continuousUpdates(boolean on, Framebuffer screen) {
		return message(10, 150).put(1, (byte) (on ? 1 : 0)).putShort(6, (short) screen.width()).putShort(8, (short) screen.height());
	}

	static ByteBuffer key(boolean down, int keysym) {
		return message(8, 4).put(1, (byte) (down ? 1 : 0)).putInt(4, keysym);
	}

	static ByteBuffer qemuKey(boolean down, int keysym, int scancode) {
		return message(12, QEMU).putShort(2, (short) (down ? 1 : 0)).putInt(4, keysym).putInt(8, scancode);
	}

	static ByteBuffer pointer(int buttons, int x, int y) {
		return message(6, 5).put(1, (byte) buttons).putShort(2, (short) x).putShort(4, (short) y);
	}

	/** Line ends are single line feeds; what Latin-1 does not have becomes a question mark. */
	static ByteBuffer cutText(String text) {
		final byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1); //$NON-NLS-1$ //$NON-NLS-2$
		return message(8 + bytes.length, 6).putInt(4, bytes.length).put(8, bytes);
	}

	/** The length is negative where the extension is spoken. */
	static ByteBuffer extendedCutText(int flags, byte[] rest) {
		return message(12 + rest.length, 6).putInt(4, -(4 + rest.length)).putInt(8, flags).put(12, rest);
	}

	/** One screen that covers all of the desktop (SetDesktopSize of the community's protocol). */
	static ByteBuffer desktopSize(int width, int height) {
		return message(24, 251).putShort(2, (short) width).putShort(4, (short) height).put(6, (byte) 1).putShort(16, (short) width)
				.putShort(18, (short) height);
	}

	static ByteBuffer fence(int flags, byte[] payload) {
		return message(9 + payload.length, 248).putInt(4, flags).put(8, (byte) payload.length).put(9, payload);
	}

	private static ByteBuffer message(int length, int type) {
		return ByteBuffer.allocate(length).put(0, (byte) type);
	}
}
