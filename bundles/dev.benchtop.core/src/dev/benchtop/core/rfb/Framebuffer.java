package dev.benchtop.core.rfb;

import java.nio.IntBuffer;
import java.util.Arrays;

import org.eclipse.osgi.util.NLS;

/**
 * The pixels of a screen of one size, each {@code 0x00RRGGBB}. One thread writes; others may read at any time, and see a pixel that
 * is being written as it was or as it is.
 */
public final class Framebuffer {

	/** That of an 8K screen. */
	private static final long MOST_PIXELS = 7680L * 4320;
	private static final int LONGEST_SIDE = 16384;
	private static final int OPAQUE = 0xFFFFFF;

	private final int width;
	private final int height;
	final int[] pixels;

	private Framebuffer(int width, int height) {
		this.width = width;
		this.height = height;
		this.pixels = new int[width * height];
	}

	/** A black screen; refuses a size that no screen has, or that this process has no memory for. */
	static Framebuffer of(int width, int height) throws RfbException {
		final long count = (long) width * height;
		final long most = Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / 4 / Integer.BYTES);
		if (count == 0 || count > most || Math.max(width, height) > LONGEST_SIDE) {
			throw new RfbException(NLS.bind(Messages.Framebuffer_size, Integer.toString(width), Integer.toString(height)));
		}
		return new Framebuffer(width, height);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** All of it. */
	public Rect bounds() {
		return new Rect(0, 0, width, height);
	}

	/** The colour at a place: {@code 0xRRGGBB}. */
	public int pixel(int x, int y) {
		return pixels[y * width + x] & OPAQUE;
	}

	/** Puts a part of it into {@code target}, line after line. */
	public void read(Rect part, IntBuffer target) {
		for (int row = 0; row < part.height(); row++) {
			target.put(pixels, offset(part.x(), part.y() + row), part.width());
		}
	}

	/** A copy of all its pixels as they are now. */
	public int[] copy() {
		return pixels.clone();
	}

	String size() {
		return width + " × " + height; //$NON-NLS-1$
	}

	int offset(int x, int y) {
		return y * width + x;
	}

	void fill(int x, int y, int w, int h, int colour) {
		for (int row = y; row < y + h; row++) {
			final int start = offset(x, row);
			Arrays.fill(pixels, start, start + w, colour);
		}
	}

	/** Moves a part to another place, which may overlap. */
	void move(int fromX, int fromY, Rect to) {
		final boolean downwards = fromY < to.y();
		for (int i = 0; i < to.height(); i++) {
			final int row = downwards ? to.height() - 1 - i : i;
			System.arraycopy(pixels, offset(fromX, fromY + row), pixels, offset(to.x(), to.y() + row), to.width());
		}
	}
}
