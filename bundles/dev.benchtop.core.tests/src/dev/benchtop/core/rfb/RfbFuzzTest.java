package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.benchtop.core.BenchException;

/** Whatever a server sends, the client ends with a sentence. */
@Timeout(120)
final class RfbFuzzTest {

	private static final int RUNS = 3000;
	private static final int SIDE = 70;
	private static final List<Integer> ENCODINGS = List.of(Encodings.RAW, Encodings.COPY_RECT, Encodings.ZRLE, Encodings.TIGHT, Encodings.CURSOR,
			Encodings.CURSOR_WITH_ALPHA, Encodings.DESKTOP_SIZE, Encodings.EXTENDED_DESKTOP_SIZE, Encodings.DESKTOP_NAME, Encodings.QEMU_LEDS,
			Encodings.QEMU_POINTER_MOTION, Encodings.LAST_RECT);

	@Test
	void randomUpdates() throws Exception {
		final var random = new Random(6143);
		for (int run = 0; run < RUNS; run++) {
			final byte[] said = session(random);
			assertThrows(BenchException.class, () -> RfbClient.open(() -> new Tape(said), new Deaf(), List.of(Encodings.RAW)).run(), "run " + run);
		}
	}

	private static byte[] session(Random random) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		final var out = new DataOutputStream(bytes);
		out.writeBytes("RFB 003.003\n");
		out.writeInt(1);
		out.writeShort(SIDE);
		out.writeShort(SIDE);
		out.write(new byte[16]);
		out.writeInt(0);
		for (int i = random.nextInt(8); i >= 0; i--) {
			if (random.nextInt(5) == 0) {
				clipboard(out, random);
			} else {
				update(out, random);
			}
		}
		return bytes.toByteArray();
	}

	private static void update(DataOutputStream out, Random random) throws IOException {
		final int count = 1 + random.nextInt(3);
		out.writeShort(0);
		out.writeShort(count);
		for (int i = 0; i < count; i++) {
			final int width = random.nextInt(random.nextInt(20) == 0 ? 65536 : SIDE + 1);
			final int height = random.nextInt(random.nextInt(20) == 0 ? 65536 : SIDE + 1);
			out.writeShort(random.nextInt(Math.max(1, SIDE + 1 - width)));
			out.writeShort(random.nextInt(Math.max(1, SIDE + 1 - height)));
			out.writeShort(width);
			out.writeShort(height);
			final int encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
			out.writeInt(encoding);
			data(out, random, encoding, (int) Math.min((long) width * height, SIDE * SIDE));
		}
	}

	private static void data(DataOutputStream out, Random random, int encoding, int area) throws IOException {
		switch (encoding) {
		case Encodings.RAW -> out.write(bytes(random, area * 4));
		case Encodings.ZRLE -> {
			final byte[] packed = packed(random);
			out.writeInt(packed.length - random.nextInt(2));
			out.write(packed);
		}
		case Encodings.TIGHT -> {
			final byte[] packed = packed(random);
			out.write(bytes(random, 1 + random.nextInt(4)));
			out.write(packed.length & 0x7F | 0x80);
			out.write(packed.length >> 7 & 0x7F);
			out.write(packed);
		}
		default -> out.write(bytes(random, random.nextInt(40)));
		}
	}

	private static void clipboard(DataOutputStream out, Random random) throws IOException {
		final byte[] packed = packed(random);
		out.writeInt(3 << 24);
		out.writeInt(random.nextBoolean() ? packed.length : -packed.length - 4);
		out.writeInt(random.nextInt() & 0x1F000001);
		out.write(packed);
	}

	private static byte[] packed(Random random) throws IOException {
		final var packed = new ByteArrayOutputStream();
		try (var deflater = new DeflaterOutputStream(packed)) {
			for (int i = random.nextInt(200); i > 0; i--) {
				deflater.write(random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(20));
			}
		}
		return packed.toByteArray();
	}

	private static byte[] bytes(Random random, int count) {
		final var bytes = new byte[count];
		random.nextBytes(bytes);
		return bytes;
	}

	/** Hears nothing. */
	private static final class Deaf implements RfbListener {

		@Override
		public void screen(Framebuffer screen) {
			// the end is what counts
		}

		@Override
		public void changed(Rect part) {
			// the end is what counts
		}
	}

	/** Says what is on it, and takes everything. */
	private static final class Tape implements ByteChannel {

		private final ByteBuffer said;
		private volatile boolean closed;

		Tape(byte[] said) {
			this.said = ByteBuffer.wrap(said);
		}

		@Override
		public int read(ByteBuffer target) {
			if (!said.hasRemaining()) {
				return -1;
			}
			final int count = Math.min(target.remaining(), said.remaining());
			target.put(said.slice(said.position(), count));
			said.position(said.position() + count);
			return count;
		}

		@Override
		public int write(ByteBuffer source) throws IOException {
			if (closed) {
				throw new ClosedChannelException();
			}
			final int count = source.remaining();
			source.position(source.limit());
			return count;
		}

		@Override
		public boolean isOpen() {
			return !closed;
		}

		@Override
		public void close() {
			closed = true;
		}
	}
}
