package dev.benchtop.core.rfb;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import dev.benchtop.core.BlockOutput;

/** Writes pictures as PNG (W3C PNG, third edition): 8 bits for each colour, no alpha. */
final class Png {

	private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
	private static final int CHUNK = 64 << 10;

	private Png() {
	}

	/** @param pixels {@code 0xRRGGBB}, line after line */
	static void write(int width, int height, int[] pixels, OutputStream target) throws IOException {
		final var output = new DataOutputStream(target);
		output.write(SIGNATURE);
		chunk(output, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array(), 13); //$NON-NLS-1$
		final var deflater = new Deflater();
		try (var packed = new DeflaterOutputStream(new DataChunks(output), deflater, CHUNK)) {
			final var line = new byte[1 + width * 3];
			for (int y = 0; y < height; y++) {
				for (int x = 0, at = 1; x < width; x++) {
					final int pixel = pixels[y * width + x];
					line[at++] = (byte) (pixel >> 16);
					line[at++] = (byte) (pixel >> 8);
					line[at++] = (byte) pixel;
				}
				packed.write(line);
			}
		} finally {
			deflater.end();
		}
		chunk(output, "IEND", new byte[0], 0); //$NON-NLS-1$
		output.flush();
	}

	private static void chunk(DataOutputStream output, String type, byte[] data, int length) throws IOException {
		final byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		final var sum = new CRC32();
		sum.update(name);
		sum.update(data, 0, length);
		output.writeInt(length);
		output.write(name);
		output.write(data, 0, length);
		output.writeInt((int) sum.getValue());
	}

	/** Makes a chunk of every part that comes. */
	private static final class DataChunks extends BlockOutput {

		private final DataOutputStream output;

		DataChunks(DataOutputStream output) {
			this.output = output;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			chunk(output, "IDAT", offset == 0 ? bytes : Arrays.copyOfRange(bytes, offset, offset + length), length); //$NON-NLS-1$
		}
	}
}
