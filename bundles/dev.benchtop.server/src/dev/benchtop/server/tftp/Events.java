package dev.benchtop.server.tftp;

import java.net.InetSocketAddress;

/** Tells the listener; what goes wrong in it stops nothing. */
record Events(TftpListener listener) {

	void begin(TftpTransfer transfer) {
		tell(() -> listener.begin(transfer));
	}

	void end(TftpTransfer transfer, TftpEnd end, String reason) {
		tell(() -> listener.end(transfer, end, reason));
	}

	void refused(InetSocketAddress client, String name, TftpRefusal refusal) {
		if (refusal.error() == TftpError.FILE_NOT_FOUND) {
			tell(() -> listener.missing(client, name));
		} else {
			tell(() -> listener.refused(client, name, refusal.error(), refusal.getMessage()));
		}
	}

	void trouble(Throwable cause) {
		tell(() -> listener.trouble(cause));
	}

	private void tell(Runnable call) {
		try {
			call.run();
		} catch (final RuntimeException e) {
			System.getLogger(TftpServer.class.getName()).log(System.Logger.Level.ERROR, e.toString(), e);
		}
	}
}
