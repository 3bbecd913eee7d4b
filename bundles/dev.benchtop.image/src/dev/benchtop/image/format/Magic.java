package dev.benchtop.image.format;

import java.nio.ByteBuffer;

/** Compares heads of files. */
final class Magic {

	private Magic() {
	}

	static boolean startsWith(ByteBuffer head, int... magic) {
		if (head.remaining() < magic.length) {
			return false;
		}
		for (int i = 0; i < magic.length; i++) {
			if ((head.get(head.position() + i) & 0xff) != magic[i]) {
				return false;
			}
		}
		return true;
	}
}
