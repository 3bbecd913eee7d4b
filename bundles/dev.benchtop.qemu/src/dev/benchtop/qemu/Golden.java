package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/**
 * A user's image that a disk begins with; it is only ever read.
 *
 * @param file its path
 * @param format as QEMU names it
 * @param size how long the disk in it is, in bytes
 * @param stamp what changes when the file does
 */
record Golden(String file, String format, long size, String stamp) {

	private static final Set<String> FORMATS = Set.of("raw", "qcow2", "qcow", "vmdk"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	/**
	 * Looks at an image.
	 *
	 * @throws BenchException if it cannot be read, or is of a form that is not taken
	 */
	static Golden of(Path file, QemuImg tool) throws BenchException {
		try {
			final String stamp = Files.size(file) + " " + Files.getLastModifiedTime(file); //$NON-NLS-1$
			final var info = tool.info(file);
			if (!FORMATS.contains(info.format())) {
				throw BenchException.failed(NLS.bind(Messages.Golden_format, info.format())).where(file.toString()).next(Messages.Golden_formatNext).build();
			}
			return new Golden(file.toString(), info.format(), info.size(), stamp);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Golden_unreadable, file)).why(e).build();
		}
	}

	Path path() {
		return Path.of(file);
	}

	boolean isRaw() {
		return format.equals(QemuImg.RAW);
	}
}
