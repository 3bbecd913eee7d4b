package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.ui.storage.ImageFacts.Fact;

/**
 * What a look into a file found; only its head is read, and the places where an image says what it is.
 *
 * @param head the first bytes of the file
 * @param size of all of it
 * @param facts what is known of a disk image; empty where it is none
 * @param failure why it cannot be read
 */
record Preview(byte[] head, long size, List<Fact> facts, Optional<String> failure) {

	/** How it is shown. */
	enum Look {
		FACTS, TEXT, HEX;

		String label() {
			return switch (this) {
				case FACTS -> Messages.Preview_image;
				case TEXT -> Messages.Preview_text;
				case HEX -> Messages.Preview_hex;
			};
		}
	}

	private static final int MOST = 64 * 1024;

	/** Looks into a file; cancelling closes what is read. Off the UI thread. */
	static Preview of(StorageRoom room, Target target, CancelToken token) {
		try {
			final Path path = room.open(target.place()).path();
			final byte[] head = head(path, token);
			return new Preview(head, target.size(), ImageFacts.of(room.imaging(), path, token), Optional.empty());
		} catch (BenchException e) {
			return failed(e.getMessage());
		} catch (IOException e) {
			return failed(Failures.of(Messages.Preview_failed, target.place(), e).getMessage());
		} catch (RuntimeException e) {
			return failed(String.valueOf(e.getMessage()));
		}
	}

	private static Preview failed(String why) {
		return new Preview(new byte[0], 0, List.of(), Optional.of(why));
	}

	private static byte[] head(Path path, CancelToken token) throws IOException {
		try (var channel = Files.newByteChannel(path); var _ = token.onCancel(() -> closeQuietly(channel))) {
			final var buffer = ByteBuffer.allocate((int) Math.min(MOST, Math.max(0, channel.size())));
			while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
				if (token.isCancelled()) {
					break;
				}
			}
			final byte[] head = new byte[buffer.position()];
			buffer.flip().get(head);
			return head;
		}
	}

	private static void closeQuietly(java.io.Closeable channel) {
		try {
			channel.close();
		} catch (IOException e) {
			ILog.of(Preview.class).info(e.getMessage(), e);
		}
	}

	Look best() {
		return !facts.isEmpty() ? Look.FACTS : isText() ? Look.TEXT : Look.HEX;
	}

	/** Whether it reads as text: valid UTF-8 without control characters, but for one that was cut at the end. */
	boolean isText() {
		final String text = new String(head, StandardCharsets.UTF_8);
		final long odd = text.chars().filter(c -> c == '\uFFFD' || c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 27).count();
		return odd == 0 || odd == 1 && head.length == MOST && text.endsWith("\uFFFD"); //$NON-NLS-1$
	}

	String text() {
		return new String(head, StandardCharsets.UTF_8).replace('\0', '\u2400') + rest();
	}

	String hex() {
		return HexText.of(head) + rest();
	}

	private String rest() {
		return size > head.length ? '\n' + NLS.bind(Messages.Preview_rest, RowWords.count(head.length), RowWords.count(size)) : ""; //$NON-NLS-1$
	}
}
