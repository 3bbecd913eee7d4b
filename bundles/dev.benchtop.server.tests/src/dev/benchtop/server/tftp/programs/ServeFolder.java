package dev.benchtop.server.tftp.programs;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.server.tftp.TftpFolder;
import dev.benchtop.server.tftp.TftpListener;
import dev.benchtop.server.tftp.TftpServer;
import dev.benchtop.server.tftp.TftpSettings;

/** Serves a folder until its standard input ends: {@code FOLDER ADDRESS PORT MAX_WINDOW [GIVE_UP_MILLIS
 * [WRITABLE]]}; the first line says the port. */
public final class ServeFolder {

	private ServeFolder() {
	}

	public static void main(String[] arguments) throws IOException {
		final var out = System.out;
		final var giveUp = Duration.ofMillis(arguments.length > 4 ? Long.parseLong(arguments[4]) : 20_000);
		final var access = arguments.length > 5 ? TftpFolder.Access.REPLACE : TftpFolder.Access.READ;
		final var settings = TftpSettings.defaults().withMaxWindow(Integer.parseInt(arguments[3])).withGiveUp(giveUp).withMaxUpload(1 << 20);
		try (var server = TftpServer.start(new InetSocketAddress(arguments[1], Integer.parseInt(arguments[2])),
				new TftpFolder(Path.of(arguments[0]), access), settings, new Troubles(out))) {
			out.println(server.address().getPort());
			System.in.transferTo(java.io.OutputStream.nullOutputStream());
		}
	}

	/** Says what goes wrong inside the server. */
	private record Troubles(PrintStream out) implements TftpListener {

		@Override
		public void trouble(Throwable cause) {
			cause.printStackTrace(out);
		}
	}
}
