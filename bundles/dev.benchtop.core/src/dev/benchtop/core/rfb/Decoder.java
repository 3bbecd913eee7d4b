package dev.benchtop.core.rfb;

import java.io.IOException;

/** Reads one rectangle of an encoding into the screen, on which it lies wholly. */
@FunctionalInterface
interface Decoder {

	void decode(RfbInput input, Rect rect, Framebuffer screen) throws IOException;
}
