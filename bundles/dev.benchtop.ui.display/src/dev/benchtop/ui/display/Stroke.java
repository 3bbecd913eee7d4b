package dev.benchtop.ui.display;

/**
 * One key of a keyboard.
 *
 * @param keysym what it means (X11's {@code keysymdef.h})
 * @param scancode where it lies: scancode set 1, with 0x80 for the prefix E0; 0 where that is not known
 */
record Stroke(int keysym, int scancode) {
}
