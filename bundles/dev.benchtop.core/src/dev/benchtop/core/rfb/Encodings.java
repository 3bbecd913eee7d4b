package dev.benchtop.core.rfb;

import java.util.ArrayList;
import java.util.List;

/** Numbers of encodings and pseudo-encodings (RFC 6143, section 7.7; the registry of rfbproto; QEMU's {@code ui/vnc.h}). */
final class Encodings {

	static final int RAW = 0;
	static final int COPY_RECT = 1;
	static final int TIGHT = 7;
	static final int ZRLE = 16;
	static final int DESKTOP_SIZE = -223;
	static final int LAST_RECT = -224;
	static final int CURSOR = -239;
	/** -256 to -247 ask for levels of compression 0 to 9. */
	static final int COMPRESSION = -256;
	static final int QEMU_POINTER_MOTION = -257;
	static final int QEMU_EXTENDED_KEY = -258;
	static final int QEMU_LEDS = -261;
	static final int DESKTOP_NAME = -307;
	static final int EXTENDED_DESKTOP_SIZE = -308;
	static final int FENCE = -312;
	static final int CONTINUOUS_UPDATES = -313;
	static final int CURSOR_WITH_ALPHA = -314;
	static final int EXTENDED_CLIPBOARD = 0xC0A1E5CE;

	private static final List<Integer> PSEUDO = List.of(DESKTOP_SIZE, EXTENDED_DESKTOP_SIZE, LAST_RECT, CURSOR_WITH_ALPHA, CURSOR, DESKTOP_NAME,
			QEMU_POINTER_MOTION, QEMU_EXTENDED_KEY, QEMU_LEDS, FENCE, CONTINUOUS_UPDATES, EXTENDED_CLIPBOARD, COMPRESSION + 1);

	/** Within one machine packing costs more than it spares. */
	static final List<Integer> NEAR = List.of(RAW, COPY_RECT, ZRLE, TIGHT);
	static final List<Integer> FAR = List.of(TIGHT, ZRLE, COPY_RECT, RAW);

	private Encodings() {
	}

	/** What a client that prefers these says that it knows. */
	static List<Integer> all(List<Integer> preferred) {
		final var all = new ArrayList<>(preferred);
		all.addAll(PSEUDO);
		return all;
	}
}
