package dev.benchtop.server.tftp;

import java.io.IOException;

/** A request that is answered by an error packet; the message goes to the client, so it holds no path of this machine. */
public final class TftpRefusal extends IOException {

	private static final long serialVersionUID = 1;

	private final TftpError error;

	public TftpRefusal(TftpError error, String text) {
		super(text);
		this.error = error;
	}

	/** The code that the client is told. */
	public TftpError error() {
		return error;
	}
}
