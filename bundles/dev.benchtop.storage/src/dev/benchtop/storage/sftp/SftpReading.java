package dev.benchtop.storage.sftp;

import java.io.IOException;
import java.util.EnumSet;

import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import org.apache.sshd.sftp.client.impl.SftpInputStreamAsync;

import dev.benchtop.core.BlockInput;

/** Reads a file with many requests on the way; closing it ends a read in another thread. */
final class SftpReading extends BlockInput {

	private static final int REQUEST = 32 * 1024;

	private final Channels channels;
	private final SftpClient client;
	private final SftpInputStreamAsync input;
	private final long size;
	private long offset;

	SftpReading(Channels channels, SftpClient client, String path, long offset) throws IOException {
		this.channels = channels;
		this.client = client;
		this.offset = offset;
		try {
			final CloseableHandle handle = client.open(path, EnumSet.of(OpenMode.Read));
			this.size = client.stat(handle).getSize();
			this.input = new SftpInputStreamAsync((AbstractSftpClient) client, REQUEST, offset, size, path, handle);
		} catch (final IOException e) {
			Channels.end(client);
			throw e;
		}
	}

	@Override
	public int read(byte[] bytes, int from, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		try {
			final int count = input.read(bytes, from, Math.min(length, REQUEST));
			offset += Math.max(0, count);
			return count > 0 ? count : -1;
		} catch (final IOException e) {
			throw SftpFailures.of(e);
		}
	}

	@Override
	public void close() throws IOException {
		if (offset >= size && client.isOpen()) {
			input.close();
			channels.giveBack(client);
		} else {
			Channels.end(client);
		}
	}
}
