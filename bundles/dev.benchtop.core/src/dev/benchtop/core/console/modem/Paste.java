package dev.benchtop.core.console.modem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Console;

/** Sends text or files as they are, paced and with the line ends that the board wants. Blocks; the keyboard is leased meanwhile. */
public final class Paste {

	private static final String PHASE = "send"; //$NON-NLS-1$
	private static final int CHUNK = 4096;
	private static final long SECOND = 1_000_000_000L;

	private final ModemLine line;
	private final Pace pace;
	private final Progress progress;

	private Paste(ModemLine line, Pace pace, Progress progress) {
		this.line = line;
		this.pace = pace;
		this.progress = progress;
	}

	/** Sends a text. */
	public static void text(Console console, byte[] bytes, Pace pace, Progress progress) throws BenchException {
		progress.begin(new Progress.Phase(PHASE, Messages.Paste_text), bytes.length);
		send(console, new ByteArrayInputStream(bytes), Messages.Paste_text, pace, progress);
	}

	/** Sends what is in a file. */
	public static void file(Console console, Path file, Pace pace, Progress progress) throws BenchException {
		final String name = file.getFileName().toString();
		try (var content = Files.newInputStream(file)) {
			progress.begin(new Progress.Phase(PHASE, name), Files.size(file));
			send(console, content, name, pace, progress);
		} catch (IOException e) {
			throw Trouble.reading(file, e);
		}
	}

	private static void send(Console console, InputStream content, String what, Pace pace, Progress progress) throws BenchException {
		try (var line = ModemLine.open(console, what, progress.token())) {
			new Paste(line, pace, progress).send(content);
		} catch (IOException e) {
			throw BenchException.failed(Messages.Trouble_unreadable).where(what).why(e).build();
		}
	}

	private void send(InputStream content) throws IOException, BenchException {
		boolean afterCr = false;
		for (byte[] chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
			for (int from = 0; from < chunk.length;) {
				final int to = pace.perLine().isZero() ? chunk.length : endOfLine(chunk, from);
				final byte[] part = Arrays.copyOfRange(chunk, from, to);
				type(pace.newline().translate(part, afterCr));
				afterCr = part[part.length - 1] == '\r';
				if (part[part.length - 1] == '\n' && !pace.perLine().isZero()) {
					line.pause(pace.perLine().toNanos());
				}
				progress.advance(part.length);
				from = to;
			}
		}
	}

	private static int endOfLine(byte[] chunk, int from) {
		for (int i = from; i < chunk.length; i++) {
			if (chunk[i] == '\n') {
				return i + 1;
			}
		}
		return chunk.length;
	}

	/** What the board says meanwhile is for whoever looks at the console. */
	private void type(byte[] bytes) throws BenchException {
		line.forget();
		if (pace.charactersPerSecond() == 0) {
			line.send(bytes);
			return;
		}
		for (final byte value : bytes) {
			line.send(new byte[] {value});
			line.pause(SECOND / pace.charactersPerSecond());
		}
	}
}
