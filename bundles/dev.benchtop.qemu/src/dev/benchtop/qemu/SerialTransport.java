package dev.benchtop.qemu;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.console.LineOffException;
import dev.benchtop.core.console.LineTransport;

/**
 * The serial line of a virtual board. What the board says is read from the file to which QEMU logs it, by as many processes as like;
 * what is typed goes over QEMU's socket, which serves one at a time.
 */
final class SerialTransport implements LineTransport {

	private final String board;
	private final Path log;
	private final Supplier<Optional<Run>> current;

	/** {@code current} gives the run that goes, if one does. */
	SerialTransport(String board, Path log, Supplier<Optional<Run>> current) {
		this.board = board;
		this.log = log;
		this.current = current;
	}

	@Override
	public Connection open() throws IOException {
		final var run = current.get().orElseThrow(() -> new LineOffException(NLS.bind(Messages.SerialTransport_off, board)));
		return new Line(run, new FollowedFile(log, run::goes));
	}

	@Override
	public String detail() {
		return NLS.bind(Messages.SerialTransport_detail, board);
	}

	@Override
	public boolean replaysHistory() {
		return true;
	}

	private static final class Line implements Connection {

		private final Run run;
		private final FollowedFile input;
		private Keyboard keyboard;

		Line(Run run, FollowedFile input) {
			this.run = run;
			this.input = input;
		}

		@Override
		public InputStream input() {
			return input;
		}

		@Override
		public synchronized OutputStream output() throws IOException {
			if (keyboard == null || !keyboard.isOpen()) {
				keyboard = new Keyboard(run.serial(), input::expect);
			}
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

	/** QEMU's socket: written to by us, and drained, because a board stalls on a line that nobody reads. */
	private static final class Keyboard extends OutputStream {

		private final SocketChannel channel;

		Keyboard(Path socket, Runnable said) throws IOException {
			channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
			Thread.ofPlatform().daemon().name("drain " + socket.getFileName()).start(() -> drain(said)); //$NON-NLS-1$
		}

		boolean isOpen() {
			return channel.isOpen();
		}

		@Override
		public void write(int value) throws IOException {
			write(new byte[] {(byte) value}, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			final var data = ByteBuffer.wrap(bytes, offset, length);
			while (data.hasRemaining()) {
				channel.write(data);
			}
		}

		@Override
		public void close() throws IOException {
			channel.close();
		}

		/** What comes here stands in the log too: all that it is good for is to know that there is something to read. */
		private void drain(Runnable said) {
			final var buffer = ByteBuffer.allocate(64 * 1024);
			try (channel) {
				while (channel.read(buffer.clear()) >= 0) {
					said.run();
				}
			} catch (IOException _) {
				said.run();
			}
		}
	}
}
