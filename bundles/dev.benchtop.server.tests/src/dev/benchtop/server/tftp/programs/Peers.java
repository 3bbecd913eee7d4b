package dev.benchtop.server.tftp.programs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** This server and the servers of others, all over one folder, each on an address of its own. */
final class Peers implements AutoCloseable {

	static final String OWN = "Benchtop";
	static final String ATFTPD = "atftpd";

	private final Map<String, ServerProcess> servers = new LinkedHashMap<>();

	/** {@code tools} holds the unpacked packages of atftpd and tftpd-hpa; {@code port} is 69 where the clients can ask no other;
	 * {@code maxWindow} is what this server grants at most. */
	Peers(Path folder, Path tools, int port, int maxWindow) throws IOException {
		final var probe = "probe";
		Files.write(folder.resolve(probe), new byte[1]);
		final var name = Path.of("/proc/self").toRealPath().getFileName().toString();
		final var logs = Files.createTempDirectory("tftp-" + name);
		servers.put(OWN, ServerProcess.own(folder, "128m", "127.0.0.65", port, Integer.toString(maxWindow)));
		add("tftpd-hpa", probe, logs, "127.0.0.66", port, List.of(tools + "/usr/sbin/in.tftpd", "--listen", "--foreground", "--address",
				"127.0.0.66:" + port, "--user", "root", "--secure", folder.toString()));
		add(ATFTPD, probe, logs, "127.0.0.67", port, List.of(tools + "/usr/sbin/atftpd", "--daemon", "--no-fork", "--user", "root.root", "--port",
				Integer.toString(port), "--bind-address", "127.0.0.67", "--logfile", "/dev/null", folder.toString()));
		add("dnsmasq", probe, logs, "127.0.0.68", 69, List.of("dnsmasq", "--keep-in-foreground", "--port=0", "--enable-tftp=lo",
				"--tftp-root=" + folder, "--listen-address=127.0.0.68", "--bind-interfaces", "--conf-file=/dev/null", "--pid-file=", "--user=",
				"--quiet-tftp", "--log-facility=/dev/null"));
	}

	private void add(String name, String probe, Path logs, String host, int port, List<String> command) {
		try {
			servers.put(name, ServerProcess.other(new InetSocketAddress(host, port), logs.resolve(name), probe, command));
		} catch (final IOException e) {
			System.err.println(name + " is left out: " + e.getMessage());
		}
	}

	Map<String, ServerProcess> servers() {
		return servers;
	}

	/** Whether a server knows RFC 7440; the others are measured with windows of one block alone. */
	static boolean windows(String name) {
		return name.equals(OWN) || name.equals(ATFTPD);
	}

	@Override
	public void close() {
		servers.values().forEach(ServerProcess::close);
	}
}
