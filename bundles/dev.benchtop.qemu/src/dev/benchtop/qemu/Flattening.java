package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;

/** Makes one plain file of an overlay and what it lies on; what is zero is left out of it. */
final class Flattening {

	private static final int BLOCK = 1 << 20;

	private Flattening() {
	}

	/** Writes the first {@code length} bytes of what is seen to a new file, and has them on the disk when it returns. */
	static void write(Qcow view, long length, Path file, Progress progress) throws IOException, BenchException {
		progress.begin(new Phase("write", Messages.Disk_merging), length); //$NON-NLS-1$
		try (var target = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			copy(view, length, target, progress);
			if (target.size() < length) {
				target.write(ByteBuffer.wrap(new byte[1]), length - 1);
			}
			target.force(true);
		}
	}

	private static void copy(Qcow view, long length, FileChannel target, Progress progress) throws IOException, BenchException {
		final var buffer = ByteBuffer.allocateDirect(BLOCK);
		final var zero = ByteBuffer.allocateDirect(BLOCK);
		for (long at = 0; at < length;) {
			progress.token().check();
			buffer.clear().limit((int) Math.min(BLOCK, length - at));
			final int count = view.read(buffer);
			buffer.flip();
			if (!buffer.equals(zero.slice(0, count))) {
				while (buffer.hasRemaining()) {
					target.write(buffer, at + buffer.position());
				}
			}
			at += count;
			progress.advance(count);
		}
	}
}
