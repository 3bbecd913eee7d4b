package dev.benchtop.qemu;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import dev.benchtop.qemu.HostForward.Protocol;

/** Finds who listens on a port of this machine, as Linux tells it: proc(5), {@code /proc/net/tcp} and {@code /proc/PID/fd}. */
final class PortOwner {

	private static final Path PROC = Path.of("/proc"); //$NON-NLS-1$
	private static final String LISTENING = "0A"; //$NON-NLS-1$
	private static final int ADDRESS = 1;
	private static final int STATE = 3;
	private static final int INODE = 9;

	private PortOwner() {
	}

	/** The program and the id of its process: {@code nginx, process 123}; empty where that cannot be seen. */
	static Optional<String> of(Protocol protocol, int port) {
		final String table = protocol == Protocol.UDP ? "udp" : "tcp"; //$NON-NLS-1$ //$NON-NLS-2$
		return Stream.of(table, table + '6').map(PROC.resolve("net")::resolve).flatMap(PortOwner::lines) //$NON-NLS-1$
				.map(line -> line.strip().split("\\s+")) //$NON-NLS-1$
				.filter(columns -> columns.length > INODE && columns[ADDRESS].endsWith(String.format(":%04X", port)) //$NON-NLS-1$
						&& (protocol == Protocol.UDP || columns[STATE].equals(LISTENING)))
				.map(columns -> "socket:[" + columns[INODE] + ']') //$NON-NLS-1$
				.flatMap(socket -> holder(socket).stream()).findFirst();
	}

	private static Optional<String> holder(String socket) {
		final var processes = PROC.toFile().listFiles((_, name) -> name.chars().allMatch(Character::isDigit));
		return Arrays.stream(processes == null ? new File[0] : processes).map(File::toPath)
				.filter(process -> holds(process, socket))
				.map(process -> lines(process.resolve("comm")).findFirst().orElse("") + ", process " + process.getFileName()) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.findFirst();
	}

	private static boolean holds(Path process, String socket) {
		try (var descriptors = Files.list(process.resolve("fd"))) { //$NON-NLS-1$
			return descriptors.anyMatch(descriptor -> leadsTo(descriptor, socket));
		} catch (IOException | UncheckedIOException _) {
			return false;
		}
	}

	private static boolean leadsTo(Path descriptor, String socket) {
		try {
			return Files.readSymbolicLink(descriptor).toString().equals(socket);
		} catch (IOException _) {
			return false;
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		} catch (IOException _) {
			return Stream.empty();
		}
	}
}
