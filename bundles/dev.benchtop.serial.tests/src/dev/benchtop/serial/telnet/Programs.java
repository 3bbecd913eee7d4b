package dev.benchtop.serial.telnet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of Debian's on a free port of the loopback, until it is closed. */
final class Programs implements AutoCloseable {

	private final Process process;
	private final int port;

	private Programs(List<String> command, int port) throws IOException, InterruptedException {
		this.port = port;
		process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		awaitListening();
	}

	/** ser2net(8), which serves one device by RFC 2217. */
	static Programs ser2net(Path folder, Path device) throws IOException, InterruptedException {
		final int port = free();
		final Path config = folder.resolve("ser2net.yaml");
		Files.writeString(config, """
				%%YAML 1.1
				---
				connection: &port
				  accepter: telnet(rfc2217),tcp,127.0.0.1,%d
				  connector: serialdev,%s,9600n81,local
				  options:
				    kickolduser: true
				""".formatted(port, device));
		return new Programs(List.of("ser2net", "-n", "-c", config.toString()), port);
	}

	/** telnetd(8) of inetutils in front of a program. */
	static Programs telnetd(Path program) throws IOException, InterruptedException {
		final int port = free();
		return new Programs(List.of("socat", "tcp-listen:" + port + ",bind=127.0.0.1,reuseaddr,fork", "exec:telnetd -h -E " + program + ",nofork"), port);
	}

	private static int free() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	int port() {
		return port;
	}

	/** A connection that nobody uses is enough to know. */
	private void awaitListening() throws IOException, InterruptedException {
		while (true) {
			try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
				return;
			} catch (IOException e) {
				if (!process.isAlive()) {
					throw new IOException(process.info().command() + " ended with " + process.exitValue());
				}
				TimeUnit.MILLISECONDS.sleep(20);
			}
		}
	}

	@Override
	public void close() throws InterruptedException {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().waitFor();
	}
}
