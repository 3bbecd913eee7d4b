package dev.benchtop.storage.sftp;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.fs.SftpFileSystem;

/** SFTP channels for one stream each, so that a stream that blocks can be ended alone; a few wait to be used again. */
final class Channels {

	private static final int IDLE = 2;

	private final Deque<SftpClient> idle = new ArrayDeque<>();

	/** One of a session. */
	SftpClient take(SftpFileSystem files) throws IOException {
		synchronized (idle) {
			for (SftpClient client = idle.poll(); client != null; client = idle.poll()) {
				if (client.isOpen() && client.getClientSession() == files.getClientSession()) {
					return client;
				}
			}
		}
		return SftpClientFactory.instance().createSftpClient(files.getClientSession());
	}

	/** Keeps one on which nothing is on its way any more. */
	void giveBack(SftpClient client) throws IOException {
		synchronized (idle) {
			if (client.isOpen() && idle.size() < IDLE) {
				idle.add(client);
				return;
			}
		}
		client.close();
	}

	/** Ends one at once, and what blocks on it. */
	static void end(SftpClient client) {
		client.getClientChannel().close(true);
	}
}
