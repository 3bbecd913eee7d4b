package dev.benchtop.serial.device;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes that have a port open, as far as the kernel tells this user (proc(5), {@code /proc/PID/fd}). */
record Holders(Path processes) {

	/** Of this machine. */
	static final Holders HERE = new Holders(Path.of("/proc")); //$NON-NLS-1$

	private static final String NUMBER = "[0-9]*"; //$NON-NLS-1$

	/** Each as {@code picocom (4711)}; none where it cannot be told. */
	List<String> of(Path device) {
		final var found = new ArrayList<String>();
		try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, NUMBER)) {
			final Path real = device.toRealPath();
			for (final Path process : all) {
				if (hasOpen(process, real)) {
					found.add(name(process) + " (" + process.getFileName() + ')'); //$NON-NLS-1$
				}
			}
		} catch (IOException | DirectoryIteratorException _) {
			return List.of(); // the system has no such folder, or the port is gone
		}
		return found;
	}

	private static boolean hasOpen(Path process, Path device) {
		try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) { //$NON-NLS-1$
			for (final Path link : open) {
				if (leadsTo(link, device)) {
					return true;
				}
			}
		} catch (IOException | DirectoryIteratorException _) {
			return false; // another user's, or it has just ended
		}
		return false;
	}

	private static boolean leadsTo(Path link, Path device) {
		try {
			return Files.readSymbolicLink(link).equals(device);
		} catch (IOException _) {
			return false; // it has just been closed
		}
	}

	private static String name(Path process) {
		try {
			return Files.readString(process.resolve("comm")).strip(); //$NON-NLS-1$
		} catch (IOException _) {
			return "?"; //$NON-NLS-1$
		}
	}
}
