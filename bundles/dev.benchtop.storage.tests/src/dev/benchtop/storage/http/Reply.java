package dev.benchtop.storage.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

import dev.benchtop.storage.http.ScriptedServer.Request;

/**
 * What a {@link ScriptedServer} answers.
 *
 * @param length what it says of its length; -1 for nothing
 * @param cut after how many bytes of the body the connection is closed; -1 for never
 * @param hold what it waits for before the rest of the body beyond {@code cut} is sent; null where the connection is cut there
 */
public record Reply(int status, Map<String, String> headers, byte[] body, long length, int cut, CountDownLatch hold) {

	private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

	public static Reply of(int status) {
		return new Reply(status, Map.of(), new byte[0], 0, -1, null);
	}

	public static Reply text(int status, String type, String text) {
		return of(status).body(text.getBytes(StandardCharsets.UTF_8)).with("Content-Type", type);
	}

	public static Reply redirect(int status, String location) {
		return of(status).with("Location", location);
	}

	/** A file as a good server gives it: ranges, {@code If-Range}, entity tag. */
	public static Reply file(Request request, byte[] content, String etag) {
		final var whole = of(200).with("ETag", etag).with("Accept-Ranges", "bytes").with("Content-Type", "application/octet-stream");
		final var range = RANGE.matcher(request.header("range"));
		final String wanted = request.header("if-range");
		if (!range.matches() || !wanted.isEmpty() && !wanted.equals(etag)) {
			return whole.body(content);
		}
		final int from = Integer.parseInt(range.group(1));
		if (from >= content.length) {
			return of(416).with("ETag", etag).with("Content-Range", "bytes */" + content.length);
		}
		final int to = range.group(2).isEmpty() ? content.length : Math.min(content.length, Integer.parseInt(range.group(2)) + 1);
		final var part = new Reply(206, whole.headers, Arrays.copyOfRange(content, from, to), to - from, -1, null);
		return part.with("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, content.length));
	}

	public Reply with(String header, String value) {
		final Map<String, String> more = new LinkedHashMap<>(headers);
		more.put(header, value);
		return new Reply(status, more, body, length, cut, hold);
	}

	public Reply body(byte[] content) {
		return new Reply(status, headers, content, content.length, cut, hold);
	}

	/** Says that it has another length than it has. */
	public Reply saying(long other) {
		return new Reply(status, headers, body, other, cut, hold);
	}

	/** Closes the connection after so many bytes of the body. */
	public Reply cutAt(int bytes) {
		return new Reply(status, headers, body, length, bytes, hold);
	}

	/** Sends nothing after so many bytes of the body until the latch opens. */
	public Reply holdAt(int bytes, CountDownLatch latch) {
		return new Reply(status, headers, body, length, bytes, latch);
	}

	/** Says no length, and sends the body in chunks. */
	public Reply chunked() {
		return new Reply(status, headers, body, -1, cut, hold).with("Transfer-Encoding", "chunked");
	}

	/** @return whether the connection can be used again */
	boolean send(Request request, Socket connection) throws IOException {
		final OutputStream out = connection.getOutputStream();
		final var head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
		headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		if (length >= 0) {
			head.append("Content-Length: ").append(length).append("\r\n");
		}
		out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		if (!request.method().equals("HEAD")) {
			sendBody(out);
		}
		out.flush();
		return cut < 0 && (length < 0 || length == body.length || request.method().equals("HEAD"));
	}

	private void sendBody(OutputStream out) throws IOException {
		final boolean chunks = length < 0;
		if (chunks && body.length > 0) {
			out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		}
		out.write(body, 0, cut < 0 ? body.length : Math.min(cut, body.length));
		if (cut >= 0 && hold != null) {
			out.flush();
			await();
			out.write(body, cut, body.length - cut);
		}
		if (chunks && (cut < 0 || hold != null)) {
			out.write((body.length > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
		}
	}

	private void await() throws IOException {
		try {
			hold.await();
		} catch (final InterruptedException e) {
			throw new IOException(e);
		}
	}
}
