package dev.benchtop.core.rfb;

/**
 * The pointer of the board's screen.
 *
 * @param width in pixels; 0 where the board shows none
 * @param hotX the column that points
 * @param pixels {@code 0xAARRGGBB}, line after line, not multiplied by alpha
 */
public record RemoteCursor(int width, int height, int hotX, int hotY, int[] pixels) {
}
