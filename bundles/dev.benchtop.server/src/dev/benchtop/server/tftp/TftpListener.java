package dev.benchtop.server.tftp;

import java.net.InetSocketAddress;

/** Hears what a server does. Called on the thread that serves all clients: nothing here may block. */
public interface TftpListener {

	/** A transfer begins. */
	default void begin(TftpTransfer transfer) {
	}

	/** A transfer that began has ended; {@code reason} is for people, and empty when it is done. */
	default void end(TftpTransfer transfer, TftpEnd end, String reason) {
	}

	/** A client asked for a file that is not there. */
	default void missing(InetSocketAddress client, String name) {
	}

	/** A client was refused for another reason; the name is as it came, with strange characters replaced. */
	default void refused(InetSocketAddress client, String name, TftpError error, String text) {
	}

	/** Something went wrong inside the server, which goes on. */
	default void trouble(Throwable cause) {
	}
}
