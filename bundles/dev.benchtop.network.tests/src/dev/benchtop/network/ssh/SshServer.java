package dev.benchtop.network.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;
import dev.benchtop.testing.TestContext;

/**
 * Debian's OpenSSH on a port of this machine, for the user {@code tester} with the password {@code right} whom it alone knows: it sees
 * account files of its own. Without root it serves the user of this process, by key alone.
 */
final class SshServer implements AutoCloseable {

	static final String PASSWORD = "right";
	private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

	private final ServerProcess server;

	private SshServer(ServerProcess server) {
		this.server = server;
	}

	/** Serves with a host key and the public keys in a file. */
	static SshServer start(Path folder, Path hostKey, Path authorizedKeys) throws IOException, InterruptedException {
		final Path accounts = ROOT ? accounts(folder) : folder;
		return new SshServer(ServerProcess.start(log(folder), port -> command(folder, hostKey, authorizedKeys, accounts, port)));
	}

	/** Serves on a port that was free a moment ago: that of a server which has ended. */
	static SshServer start(Path folder, Path hostKey, Path authorizedKeys, int port) throws IOException, InterruptedException {
		final Path accounts = ROOT ? accounts(folder) : folder;
		return new SshServer(ServerProcess.startAt(port, log(folder), at -> command(folder, hostKey, authorizedKeys, accounts, at)));
	}

	private static Path log(Path folder) {
		return folder.resolve("sshd.log");
	}

	private static List<String> command(Path folder, Path hostKey, Path authorizedKeys, Path accounts, int port) throws IOException {
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
					""", "-", accounts.toString()));
		}
		command.addAll(List.of(program("sshd"), "-D", "-e", "-f", config.toString()));
		return command;
	}

	/** The user who may log in. */
	static String user() {
		return ROOT ? "tester" : System.getProperty("user.name");
	}

	/** Skips the test where the server knows no password. */
	static void requirePassword() {
		Needs.that(ROOT, "Root, to know a password,");
	}

	/** The world of a board's node {@code shell} whose child {@code tcp} has a port; the board is off where that is zero. */
	static DriverContext board(Path folder, int port) {
		return new TestContext("board", "shell", folder).with("tcp", (NetworkPort) () -> {
			if (port == 0) {
				throw BenchException.failed("the board is off").build();
			}
			return new InetSocketAddress("127.0.0.1", port);
		});
	}

	int port() {
		return server.port();
	}

	/** Ends it and every session. */
	@Override
	public void close() {
		server.close();
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

	/** A program that the test needs. */
	static String program(String name) {
		return Needs.program(name).toString();
	}
}
