package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import dev.benchtop.image.format.PackedFile;
import dev.benchtop.image.format.SeekableFormat;

/** Reads here and there in a file that is not packed and lies elsewhere; what its server does not give is out of reach. */
final class FarReader implements SeekableFormat.Reader {

	private final Path image;
	private final PackedFile file;

	FarReader(Path image, PackedFile file) {
		this.image = image;
		this.file = file;
	}

	@Override
	public int read(byte[] to, long position) {
		final var data = ByteBuffer.wrap(to);
		try {
			final var bytes = file.bytes();
			while (data.hasRemaining() && bytes.read(data, position + data.position()) >= 0) {
				// read on until it is full or the file ends
			}
		} catch (IOException | UnsupportedOperationException e) {
			System.getLogger(getClass().getName()).log(System.Logger.Level.DEBUG, image.toString(), e);
		}
		return data.position();
	}

	@Override
	public void close() {
		// the file is closed by whoever opened it
	}
}
