package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a TFTP server holds open in this process. Connections that other tests have left to be closed come and go and do not count. */
final class Descriptors {

	private static final Path PROCESS = Path.of("/proc/self");
	private static final int INODE = 9;

	private Descriptors() {
	}

	/** How many sockets for datagrams are open, and files of a folder. */
	static long of(Path root) throws IOException {
		final var datagrams = datagramSockets();
		long count = 0;
		try (var descriptors = Files.newDirectoryStream(PROCESS.resolve("fd"))) {
			for (final var descriptor : descriptors) {
				final var target = target(descriptor);
				if (datagrams.contains(target) || target.startsWith(root + "/")) {
					count++;
				}
			}
		}
		return count;
	}

	/** All of this network namespace, as descriptors name them (proc(5)). */
	private static Set<String> datagramSockets() throws IOException {
		final Set<String> sockets = new HashSet<>();
		for (final var table : new String[] { "net/udp", "net/udp6" }) {
			Files.readAllLines(PROCESS.resolve(table)).stream().skip(1).map(line -> line.strip().split("\\s+")[INODE])
					.forEach(inode -> sockets.add("socket:[" + inode + "]"));
		}
		return sockets;
	}

	private static String target(Path descriptor) throws IOException {
		try {
			return Files.readSymbolicLink(descriptor).toString();
		} catch (final NoSuchFileException e) {
			return "closed since";
		}
	}
}
