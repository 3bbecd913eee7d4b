package dev.benchtop.image.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import org.eclipse.osgi.util.NLS;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

import dev.benchtop.core.ByteSize;

/** Unpacks xz streams one after the other. */
final class XzInput extends Unpacker {

	private XZInputStream stream;

	XzInput(InputStream packed) {
		super(packed, XzFormat.LABEL);
	}

	/** How much memory one decoder may take, in KiB. */
	static int memoryLimit() {
		return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() >> 11);
	}

	static IOException broken(IOException cause, long offset) {
		return switch (cause) {
			case EOFException e -> Broken.truncated(XzFormat.LABEL, offset);
			case MemoryLimitException e -> Broken.corrupt(XzFormat.LABEL, offset,
					NLS.bind(Messages.Xz_memory, display(e.getMemoryNeeded()), display(e.getMemoryLimit())));
			case XZIOException e -> Broken.corrupt(XzFormat.LABEL, offset, e);
			default -> cause;
		};
	}

	private static String display(int kibibytes) {
		return new ByteSize((long) kibibytes << 10).display();
	}

	@Override
	int unpack(byte[] to, int at, int length) throws IOException {
		try {
			if (stream == null) {
				stream = new XZInputStream(in, memoryLimit());
			}
			return stream.read(to, at, length);
		} catch (IOException e) {
			throw broken(e, in.offset());
		}
	}
}
