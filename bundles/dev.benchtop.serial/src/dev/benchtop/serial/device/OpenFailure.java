package dev.benchtop.serial.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;

import org.eclipse.osgi.util.NLS;

/** Why a port that is there could not be opened, in words for people. */
final class OpenFailure {

	/** errno(3). */
	private static final int EACCES = 13;
	private static final int EPERM = 1;

	private OpenFailure() {
	}

	/** {@code code} is the system's error, as far as the library kept it. */
	static IOException of(Path device, int code) {
		if (!Files.exists(device)) {
			return new IOException(NLS.bind(Messages.OpenFailure_gone, device));
		}
		if (code == EACCES || code == EPERM || !Files.isReadable(device) || !Files.isWritable(device)) {
			return new IOException(NLS.bind(Messages.OpenFailure_notAllowed, device, group(device)));
		}
		return new IOException(NLS.bind(isDevice(device) ? Messages.OpenFailure_busy : Messages.OpenFailure_noPort, device));
	}

	private static boolean isDevice(Path device) {
		return device.getFileName() != null && !Files.isRegularFile(device) && !Files.isDirectory(device) && !device.equals(Path.of("/dev/null")); //$NON-NLS-1$
	}

	private static String group(Path device) {
		final var view = Files.getFileAttributeView(device, PosixFileAttributeView.class);
		try {
			return view == null ? "" : view.readAttributes().group().getName(); //$NON-NLS-1$
		} catch (IOException e) {
			return ""; //$NON-NLS-1$
		}
	}
}
