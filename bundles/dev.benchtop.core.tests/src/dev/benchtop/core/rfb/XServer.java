package dev.benchtop.core.rfb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.testing.Needs;

/** An X server with the pattern and the pointer that all had once, which is a VNC server too or has one before it. */
final class XServer implements AutoCloseable {

	private final List<Process> processes;
	private final SocketAddress address;

	private XServer(List<Process> processes, SocketAddress address) {
		this.processes = processes;
		this.address = address;
	}

	/** TigerVNC's own. */
	static XServer tigerVnc(Path folder, String... security) throws IOException {
		final Path socket = folder.resolve("vnc");
		final var line = new ArrayList<>(List.of("Xtigervnc", "-displayfd", "1", "-retro", "-geometry", "800x600", "-depth", "24", "-rfbunixpath",
				socket.toString(), "-rfbport", "-1", "-desktop", "tiger"));
		line.addAll(security.length == 0 ? List.of("-SecurityTypes", "None") : List.of(security));
		final var processes = new ArrayList<Process>();
		start(processes, line.toArray(String[]::new));
		return new XServer(processes, UnixDomainSocketAddress.of(socket));
	}

	/** Xvfb, whose picture x11vnc sends. */
	static XServer x11vnc(Path folder) throws IOException {
		Needs.programs("x11vnc");
		final var processes = new ArrayList<Process>();
		final String number = start(processes, "Xvfb", "-displayfd", "1", "-retro", "-screen", "0", "800x600x24", "-nolisten", "tcp");
		final String port = start(processes, "x11vnc", "-display", ":" + number, "-autoport", "5950", "-localhost", "-nopw", "-forever", "-shared", "-noxdamage");
		return new XServer(processes, new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.substring(port.indexOf('=') + 1))));
	}

	Sockets display() {
		return new Sockets(address);
	}

	@Override
	public void close() {
		processes.reversed().forEach(process -> {
			process.destroyForcibly();
			process.onExit().join();
		});
	}

	/** Starts a program, and returns the line that it says when it is ready. */
	private static String start(List<Process> processes, String... line) throws IOException {
		Needs.programs(line[0]);
		final var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		processes.add(process);
		return process.inputReader().readLine().strip();
	}
}
