package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Unpacks bzip2 streams one after the other. */
final class Bzip2Input extends Unpacker {

	private BZip2CompressorInputStream stream;

	Bzip2Input(InputStream packed) {
		super(packed, Bzip2Format.LABEL);
	}

	@Override
	int unpack(byte[] to, int at, int length) throws IOException {
		try {
			if (stream == null) {
				stream = new BZip2CompressorInputStream(in, true);
			}
			return stream.read(to, at, length);
		} catch (IOException | RuntimeException e) {
			throw in.more() ? Broken.corrupt(label, in.offset(), e) : Broken.truncated(label, in.offset());
		}
	}
}
