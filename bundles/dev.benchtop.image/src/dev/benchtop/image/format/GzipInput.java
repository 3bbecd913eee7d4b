package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.eclipse.osgi.util.NLS;

/** Unpacks gzip members one after the other, and checks each one's checksum and length. */
final class GzipInput extends Unpacker {

	private static final int DEFLATE = 8;
	private static final int HEADER_CRC = 2;
	private static final int EXTRA = 4;
	private static final int NAME = 8;
	private static final int COMMENT = 16;
	private static final int RESERVED = 0xe0;

	private final Inflater inflater = new Inflater(true);
	private final CRC32 crc = new CRC32();
	private boolean inMember;
	private boolean first = true;
	private boolean ended;

	GzipInput(InputStream packed) {
		super(packed, GzipFormat.LABEL);
	}

	@Override
	int unpack(byte[] to, int at, int length) throws IOException {
		while (!ended) {
			if (!inMember && !beginMember()) {
				ended = true;
				break;
			}
			final int count = inflate(to, at, length);
			if (count > 0) {
				crc.update(to, at, count);
				return count;
			}
			if (inflater.finished()) {
				endMember();
			}
		}
		return -1;
	}

	private int inflate(byte[] to, int at, int length) throws IOException {
		if (inflater.needsInput()) {
			if (!in.more()) {
				throw Broken.truncated(label, in.offset());
			}
			inflater.setInput(in.buffer(), in.next(), in.buffered());
		}
		final long before = inflater.getBytesRead();
		try {
			final int count = inflater.inflate(to, at, length);
			in.consume((int) (inflater.getBytesRead() - before));
			if (inflater.needsDictionary()) {
				throw Broken.corrupt(label, in.offset());
			}
			return count;
		} catch (DataFormatException e) {
			throw Broken.corrupt(label, in.offset() + inflater.getBytesRead() - before, e);
		}
	}

	private boolean beginMember() throws IOException {
		if (!in.more()) {
			if (first) {
				throw Broken.truncated(label, in.offset());
			}
			return false;
		}
		final long start = in.offset();
		final int magic = in.read();
		if (magic == 0 && !first) {
			return needPadding();
		}
		if (magic != 0x1f || in.read() != 0x8b) {
			throw Broken.garbage(label, start);
		}
		header(start);
		first = false;
		inMember = true;
		return true;
	}

	private void header(long start) throws IOException {
		final int method = in.need();
		if (method != DEFLATE) {
			throw Broken.corrupt(label, start + 2, NLS.bind(Messages.Gzip_method, method));
		}
		final int flags = in.need();
		if ((flags & RESERVED) != 0) {
			throw Broken.corrupt(label, start + 3);
		}
		in.needSkip(6);
		if ((flags & EXTRA) != 0) {
			in.needSkip(in.needNumber(2));
		}
		if ((flags & NAME) != 0) {
			skipText();
		}
		if ((flags & COMMENT) != 0) {
			skipText();
		}
		if ((flags & HEADER_CRC) != 0) {
			in.needSkip(2);
		}
	}

	private void skipText() throws IOException {
		while (in.need() != 0) {
			// the name and the comment end with a zero byte
		}
	}

	private boolean needPadding() throws IOException {
		for (int value = 0; value >= 0; value = in.read()) {
			if (value != 0) {
				throw Broken.garbage(label, in.offset() - 1);
			}
		}
		return false;
	}

	private void endMember() throws IOException {
		final long sum = in.needNumber(4);
		if (sum != crc.getValue()) {
			throw Broken.checksum(label, in.offset() - 4);
		}
		final long length = in.needNumber(4);
		if (length != (inflater.getBytesWritten() & 0xffffffffL)) {
			throw Broken.corrupt(label, in.offset() - 4, NLS.bind(Messages.Gzip_length, length, inflater.getBytesWritten()));
		}
		inflater.reset();
		crc.reset();
		inMember = false;
	}

	@Override
	public void close() throws IOException {
		in.close();
		inflater.end();
	}
}
