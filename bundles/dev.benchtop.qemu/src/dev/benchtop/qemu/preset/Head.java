package dev.benchtop.qemu.preset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import dev.benchtop.core.spi.ImageFormat;

/** The beginning of a disk. */
final class Head {

	/** Holds the folders of an EFI system partition that is where such a partition usually is, and mostly the kernel in it. */
	static final int LENGTH = 32 << 20;

	private Head() {
	}

	/** Of what is in an image, unpacked. */
	static byte[] of(Path image, List<ImageFormat> formats) throws IOException {
		try (var file = new BufferedInputStream(Files.newInputStream(image))) {
			final int wanted = formats.stream().map(ImageFormat::headLength).max(Comparator.naturalOrder()).orElse(0);
			file.mark(Math.max(1, wanted));
			final var head = ByteBuffer.wrap(file.readNBytes(wanted));
			file.reset();
			final var format = formats.stream().filter(one -> one.matches(head.duplicate())).findFirst();
			if (format.isEmpty()) {
				return file.readNBytes(LENGTH);
			}
			try (InputStream unpacked = format.get().unpack(file)) {
				return unpacked.readNBytes(LENGTH);
			}
		}
	}
}
