package dev.benchtop.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/** Who holds a port, as far as {@code /proc} of Linux tells; of other users' processes it tells only root. */
final class PortHolder {

	private static final Path PROC = Path.of("/proc"); //$NON-NLS-1$
	private static final int LOCAL = 1;
	private static final int STATE = 3;
	private static final int INODE = 9;
	private static final String LISTENING = "0A"; //$NON-NLS-1$

	private PortHolder() {
	}

	/** {@code dnsmasq (process 812)}; empty where that cannot be known. */
	static Optional<String> of(String transport, int port) {
		final Set<String> sockets = new HashSet<>();
		inodes(PROC.resolve("net").resolve(transport), port, sockets); //$NON-NLS-1$
		inodes(PROC.resolve("net").resolve(transport + '6'), port, sockets); //$NON-NLS-1$
		return sockets.isEmpty() ? Optional.empty() : process(sockets);
	}

	private static void inodes(Path table, int port, Set<String> sockets) {
		try {
			final List<String> lines = Files.readAllLines(table);
			for (final String line : lines.subList(1, lines.size())) {
				final String[] fields = line.strip().split("\\s+"); //$NON-NLS-1$
				final boolean listens = !table.getFileName().toString().startsWith("tcp") || fields[STATE].equals(LISTENING); //$NON-NLS-1$
				if (listens && Integer.parseInt(fields[LOCAL].substring(fields[LOCAL].lastIndexOf(':') + 1), 16) == port) {
					sockets.add("socket:[" + fields[INODE] + ']'); //$NON-NLS-1$
				}
			}
		} catch (IOException | RuntimeException _) {
			return; // no Linux, or one that does not tell
		}
	}

	private static Optional<String> process(Set<String> sockets) {
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) { //$NON-NLS-1$
			for (final Path process : processes) {
				if (holds(process, sockets)) {
					final String name = Files.readString(process.resolve("comm")).strip(); //$NON-NLS-1$
					final String pid = process.getFileName().toString();
					return Optional.of(NLS.bind(pid.equals(Long.toString(ProcessHandle.current().pid())) ? Messages.PortHolder_self : Messages.PortHolder_process, name, pid));
				}
			}
		} catch (IOException _) {
			return Optional.empty();
		}
		return Optional.empty();
	}

	private static boolean holds(Path process, Set<String> sockets) {
		try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) { //$NON-NLS-1$
			for (final Path descriptor : descriptors) {
				if (sockets.contains(target(descriptor))) {
					return true;
				}
			}
		} catch (IOException | java.nio.file.DirectoryIteratorException _) {
			return false; // another user's, or it has ended
		}
		return false;
	}

	private static String target(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString();
		} catch (IOException _) {
			return ""; //$NON-NLS-1$
		}
	}
}
