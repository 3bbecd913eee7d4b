package dev.benchtop.qemu;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BlockOutput;
import dev.benchtop.core.console.LineOffException;
import dev.benchtop.core.console.LineTransport;

/**
 * A line of text of a virtual board. What the board says is read from the file to which QEMU logs it, by as many processes as like;
 * what is typed goes into a pipe. A socket would not do: QEMU drops what it has not read when a client goes, and logs bytes twice when a
 * client is slow to read them.
 */
final class SerialTransport implements LineTransport {

	private final String board;
	private final Line line;
	private final Supplier<Optional<Run>> current;

	/** {@code current} gives the run that goes, if one does. */
	SerialTransport(String board, Line line, Supplier<Optional<Run>> current) {
		this.board = board;
		this.line = line;
		this.current = current;
	}

	@Override
	public Connection open() throws IOException {
		final String off = NLS.bind(Messages.SerialTransport_off, board);
		final var run = current.get().orElseThrow(() -> new LineOffException(off));
		return new Open(run.keyboard(line.tag()), new FollowedFile(line.log(), run::goes, off));
	}

	@Override
	public String detail() {
		return NLS.bind(line.isMonitor() ? Messages.SerialTransport_monitor : Messages.SerialTransport_detail, board);
	}

	@Override
	public boolean replaysHistory() {
		return true;
	}

	private static final class Open implements Connection {

		private final Path pipe;
		private final FollowedFile input;
		private Keyboard keyboard;

		Open(Path pipe, FollowedFile input) {
			this.pipe = pipe;
			this.input = input;
		}

		@Override
		public InputStream input() {
			return input;
		}

		@Override
		public synchronized OutputStream output() throws IOException {
			keyboard = new Keyboard(pipe, input::expect);
			return keyboard;
		}

		@Override
		public synchronized void close() throws IOException {
			input.close();
			if (keyboard != null) {
				keyboard.close();
			}
		}
	}

	/** The pipe that QEMU reads: opened to read too, so that neither opening nor writing waits for a machine that has just gone. */
	private static final class Keyboard extends BlockOutput {

		private final FileChannel pipe;
		private final Runnable typed;

		Keyboard(Path pipe, Runnable typed) throws IOException {
			this.pipe = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
			this.typed = typed;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			final var data = ByteBuffer.wrap(bytes, offset, length);
			while (data.hasRemaining()) {
				pipe.write(data);
			}
			typed.run();
		}

		@Override
		public void close() throws IOException {
			pipe.close();
		}
	}
}
