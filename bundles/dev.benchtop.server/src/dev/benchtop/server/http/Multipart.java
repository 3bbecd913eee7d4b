package dev.benchtop.server.http;

import java.util.List;

/** Several parts of a file in one body (RFC 9110, section 14.6). */
record Multipart(List<Ranges.Part> parts, Content content, String boundary) {

	String type() {
		return "multipart/byteranges; boundary=" + boundary; //$NON-NLS-1$
	}

	String before(Ranges.Part part) {
		return "\r\n--" + boundary + "\r\nContent-Type: " + content.type() + "\r\nContent-Range: " + part.of(content.size()) + "\r\n\r\n"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	String end() {
		return "\r\n--" + boundary + "--\r\n"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	long length() {
		return parts.stream().mapToLong(part -> before(part).length() + part.length()).sum() + end().length();
	}
}
