package dev.benchtop.network.ssh;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Debian's OpenSSH on a port of this machine, for the user {@code tester} with the password {@code right} whom it alone knows: it sees
 * account files of its own. Without root it serves the user of this process, by key alone.
 */
final class SshServer implements AutoCloseable {

	static final String PASSWORD = "right";
	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
	private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

	private final Process process;
	private final int port;

	private SshServer(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/** Serves with a host key and the public keys in a file. */
	static SshServer start(Path folder, Path hostKey, Path authorizedKeys) throws IOException, InterruptedException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			final int port = socket.getLocalPort();
			socket.close();
			return start(folder, hostKey, authorizedKeys, port);
		}
	}

	static SshServer start(Path folder, Path hostKey, Path authorizedKeys, int port) throws IOException, InterruptedException {
		final Path config = folder.resolve("sshd_config");
		Files.writeString(config, """
				ListenAddress 127.0.0.1:%d
				HostKey %s
				AuthorizedKeysFile %s
				StrictModes no
				PermitRootLogin yes
				UsePAM no
				PidFile none
				PrintMotd no
				""".formatted(port, hostKey, authorizedKeys));
		final var command = new ArrayList<String>();
		if (ROOT) {
			command.addAll(List.of(program("unshare"), "--mount", "/bin/sh", "-c", """
					mount --bind "$1/passwd" /etc/passwd && mount --bind "$1/shadow" /etc/shadow && mount -t tmpfs tmpfs /run && mkdir /run/sshd || exit
					shift; exec "$@"
					""", "-", accounts(folder).toString()));
		}
		command.addAll(List.of(program("sshd"), "-D", "-e", "-f", config.toString()));
		final Path log = folder.resolve("sshd.log");
		final var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		final var server = new SshServer(process, port);
		if (!server.listens()) {
			server.close();
			throw new IOException(command + " does not listen:\n" + Files.readString(log));
		}
		return server;
	}

	/** The user who may log in. */
	static String user() {
		return ROOT ? "tester" : System.getProperty("user.name");
	}

	/** Skips the test where the server knows no password. */
	static void requirePassword() {
		if (!ROOT) {
			missing("root, to know a password");
		}
	}

	int port() {
		return port;
	}

	/** Ends it and every session. */
	@Override
	public void close() {
		final var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
		all.forEach(ProcessHandle::destroyForcibly);
		all.forEach(ended -> ended.onExit().join());
	}

	private static Path accounts(Path folder) throws IOException, InterruptedException {
		final Path accounts = Files.createDirectories(folder.resolve("accounts"));
		final Path home = Files.createDirectories(folder.resolve("home"));
		Files.writeString(accounts.resolve("passwd"), """
				root:x:0:0::/root:/bin/sh
				tester:x:0:0::%s:/bin/sh
				sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin
				""".formatted(home));
		final var hash = new ProcessBuilder(program("openssl"), "passwd", "-6", PASSWORD).start();
		Files.writeString(accounts.resolve("shadow"), "tester:%s:19000:0:99999:7:::\nsshd:!:19000::::::\n"
				.formatted(new String(hash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()));
		return accounts;
	}

	private boolean listens() throws InterruptedException {
		final var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
		final long end = System.nanoTime() + PATIENCE;
		while (process.isAlive() && System.nanoTime() < end) {
			try (var socket = new Socket()) {
				socket.connect(address, 1000);
				return true;
			} catch (final IOException _) {
				process.waitFor(20, TimeUnit.MILLISECONDS);
			}
		}
		return false;
	}

	/** A program in the path or a system folder; skips the test where it is missing, and fails it where all are to be there. */
	static String program(String name) {
		final String folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";
		return Stream.of(folders.split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst().map(Path::toString)
				.orElseGet(() -> missing(name));
	}

	private static String missing(String what) {
		final String words = what + " is missing";
		if ("1".equals(System.getenv("BENCHTOP_CI"))) {
			fail(words);
		}
		Assumptions.abort(words);
		return "";
	}
}
