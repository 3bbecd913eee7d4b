package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import dev.benchtop.testing.Needs;

/** Runs the tools that images are made with. */
public final class Tools {

	private Tools() {
	}

	/** Passes bytes through a command and returns what comes out. */
	public static byte[] pipe(byte[] input, String... command) {
		final String program = Needs.program(command[0]).toString();
		try {
			final var line = Stream.concat(Stream.of(program), Arrays.stream(command).skip(1)).toList();
			final Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			final var feeder = Thread.ofVirtual().start(() -> {
				try (var out = process.getOutputStream()) {
					out.write(input);
				} catch (IOException e) {
					// the tool did not want to read it all
					return;
				}
			});
			final byte[] output = process.getInputStream().readAllBytes();
			feeder.join();
			assertEquals(0, process.waitFor(), () -> String.join(" ", command));
			return output;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** What a command writes. */
	public static byte[] output(String... command) {
		return pipe(new byte[0], command);
	}

	public static String run(String... command) {
		return new String(output(command));
	}

	/** Bytes that look like an image: some that cannot be packed, some that repeat, some zeros. */
	public static byte[] image(int length, long seed) {
		final var random = new Random(seed);
		final var image = new byte[length];
		for (int at = 0; at < length;) {
			final int run = Math.min(length - at, 1000 + random.nextInt(60_000));
			switch (random.nextInt(3)) {
				case 0 -> {
					final var noise = new byte[run];
					random.nextBytes(noise);
					System.arraycopy(noise, 0, image, at, run);
				}
				case 1 -> {
					for (int i = 0; i < run; i++) {
						image[at + i] = (byte) ("The same words again and again. " + i / 64).charAt(i % 32);
					}
				}
				default -> Arrays.fill(image, at, at + run, (byte) 0);
			}
			at += run;
		}
		return image;
	}

	public static byte[] join(byte[]... parts) {
		final var joined = new ByteArrayOutputStream();
		for (final byte[] part : parts) {
			joined.writeBytes(part);
		}
		return joined.toByteArray();
	}
}
