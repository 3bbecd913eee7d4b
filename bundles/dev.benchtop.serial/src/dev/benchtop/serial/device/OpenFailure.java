package dev.benchtop.serial.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/** Why a port that is there could not be opened, in words for people. */
final class OpenFailure {

	/** errno(3). */
	private static final int EACCES = 13;
	private static final int EBUSY = 16;
	private static final int EPERM = 1;
	private static final String ROOT = "root"; //$NON-NLS-1$

	private OpenFailure() {
	}

	/** {@code code} is the system's error, as far as the library kept it. */
	static IOException of(Path device, int code) {
		if (!Files.exists(device)) {
			return new IOException(NLS.bind(Messages.OpenFailure_gone, device));
		}
		if (code == EACCES || code == EPERM || !Files.isReadable(device) || !Files.isWritable(device)) {
			return new IOException(notAllowed(device));
		}
		if (!isDevice(device)) {
			return new IOException(NLS.bind(Messages.OpenFailure_noPort, device));
		}
		final var holders = Holders.HERE.of(device);
		return new IOException(holders.isEmpty() ? NLS.bind(code == EBUSY ? Messages.OpenFailure_busyElse : Messages.OpenFailure_busy, device)
				: NLS.bind(Messages.OpenFailure_busyBy, device, String.join(", ", holders))); //$NON-NLS-1$
	}

	private static boolean isDevice(Path device) {
		return device.getFileName() != null && !Files.isRegularFile(device) && !Files.isDirectory(device) && !device.equals(Path.of("/dev/null")); //$NON-NLS-1$
	}

	/** Names the group that may, where one may that is meant for it. */
	private static String notAllowed(Path device) {
		final var view = Files.getFileAttributeView(device, PosixFileAttributeView.class);
		try {
			if (view != null) {
				final var attributes = view.readAttributes();
				final String group = attributes.group().getName();
				final boolean may = attributes.permissions().containsAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE));
				return may && !group.equals(ROOT) ? NLS.bind(Messages.OpenFailure_notAllowed, device, group)
						: NLS.bind(Messages.OpenFailure_ownerOnly, device, attributes.owner().getName());
			}
		} catch (IOException _) {
			return NLS.bind(Messages.OpenFailure_gone, device);
		}
		return NLS.bind(Messages.OpenFailure_refused, device);
	}
}
