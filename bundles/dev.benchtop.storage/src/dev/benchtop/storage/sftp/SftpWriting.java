package dev.benchtop.storage.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.EnumSet;

import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;

/** Writes a new file with many requests on the way; closing it waits until the server has all, unless a write goes on in another thread, which it ends. */
final class SftpWriting implements WritableByteChannel {

	private static final int PIECE = 32 * 1024;

	private final Channels channels;
	private final SftpClient client;
	private final OutputStream output;
	private volatile boolean writing;
	private volatile boolean closed;

	SftpWriting(Channels channels, SftpClient client, String path) throws IOException {
		this.channels = channels;
		this.client = client;
		try {
			this.output = client.write(path, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive));
		} catch (final IOException e) {
			Channels.end(client);
			throw e;
		}
	}

	@Override
	public int write(ByteBuffer source) throws IOException {
		final int count = source.remaining();
		writing = true;
		if (source.hasArray()) {
			output.write(source.array(), source.arrayOffset() + source.position(), count);
			source.position(source.limit());
		} else {
			final byte[] piece = new byte[Math.min(PIECE, count)];
			while (source.hasRemaining()) {
				final int length = Math.min(piece.length, source.remaining());
				source.get(piece, 0, length);
				output.write(piece, 0, length);
			}
		}
		writing = false;
		return count;
	}

	@Override
	public boolean isOpen() {
		return !closed;
	}

	@Override
	public void close() throws IOException {
		if (closed) {
			return;
		}
		closed = true;
		if (writing) {
			Channels.end(client);
			return;
		}
		try {
			output.close();
		} catch (final IOException e) {
			Channels.end(client);
			throw e;
		}
		channels.giveBack(client);
	}
}
