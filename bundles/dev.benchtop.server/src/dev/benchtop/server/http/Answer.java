package dev.benchtop.server.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The head of a response (RFC 9112, section 4), and its body where that is a text. */
final class Answer {

	static final String TEXT = "text/plain; charset=utf-8"; //$NON-NLS-1$

	private final Status status;
	private final Map<String, String> fields = new LinkedHashMap<>();
	private byte[] body = {};

	Answer(Status status) {
		this.status = status;
	}

	/** A status with its own words as its body. */
	static Answer said(Status status) {
		return new Answer(status).text(TEXT, status.line() + '\n');
	}

	/** Adds a field; its name is sent letter by letter as it stands here, which some boot loaders rely on. */
	Answer with(String name, String value) {
		fields.put(name, value);
		return this;
	}

	Answer with(String name, Optional<String> value) {
		value.ifPresent(there -> fields.put(name, there));
		return this;
	}

	Answer text(String type, String text) {
		body = text.getBytes(StandardCharsets.UTF_8);
		return with("Content-Type", type).length(body.length); //$NON-NLS-1$
	}

	Answer length(long bytes) {
		return with("Content-Length", Long.toString(bytes)); //$NON-NLS-1$
	}

	Status status() {
		return status;
	}

	byte[] body() {
		return body;
	}

	String head(boolean keepsAlive) {
		final var head = new StringBuilder("HTTP/1.1 ").append(status.line()).append("\r\n"); //$NON-NLS-1$ //$NON-NLS-2$
		head.append("Date: ").append(HttpDate.now()).append("\r\n"); //$NON-NLS-1$ //$NON-NLS-2$
		head.append("Server: Benchtop\r\n"); //$NON-NLS-1$
		fields.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n")); //$NON-NLS-1$ //$NON-NLS-2$
		if (status != Status.NO_CONTENT && status != Status.NOT_MODIFIED && !fields.containsKey("Content-Length")) { //$NON-NLS-1$
			head.append("Content-Length: 0\r\n"); //$NON-NLS-1$
		}
		return head.append("X-Content-Type-Options: nosniff\r\nConnection: ").append(keepsAlive ? "keep-alive" : "close") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.append("\r\n\r\n").toString(); //$NON-NLS-1$
	}
}
