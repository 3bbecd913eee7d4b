package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.storage.backend.PartStream;

/** Asks for a part of a file (RFC 9110, section 14), and takes what is wanted of the answer. */
final class Ranges {

	private Ranges() {
	}

	static void ask(Map<String, String> headers, long offset, long length, Optional<String> etag) {
		if (length > 0) {
			headers.put("Range", "bytes=" + offset + '-' + (offset + length - 1)); //$NON-NLS-1$ //$NON-NLS-2$
		} else if (offset > 0) {
			headers.put("Range", "bytes=" + offset + '-'); //$NON-NLS-1$ //$NON-NLS-2$
		}
		etag.filter(tag -> tag.startsWith("\"")).ifPresent(tag -> headers.put("If-Match", tag)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The part that was asked for. */
	static InputStream body(Reply reply, long offset, long length) throws IOException {
		if (reply.status() == 416 || length == 0) {
			reply.close(); // at the end, or an empty file: no byte lies there
			return InputStream.nullInputStream();
		}
		reply.check();
		if (reply.status() != 206 && offset > 0) {
			try {
				reply.skipNBytes(offset);
			} catch (IOException e) {
				reply.close();
				throw e;
			}
		}
		return reply.status() == 206 || length < 0 ? reply : new PartStream(reply, length);
	}
}
