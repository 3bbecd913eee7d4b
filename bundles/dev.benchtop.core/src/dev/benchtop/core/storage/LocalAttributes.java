package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** What a local file keeps besides its content. */
final class LocalAttributes {

	private LocalAttributes() {
	}

	/**
	 * Gives a finished copy the modification time of its source, and the permissions of the file that it replaces; without one, whoever may
	 * read it may run it where the source can be run.
	 */
	static void keep(Path source, Stamp stamp, Path copy, Path replaced) throws IOException {
		if (stamp.modified() > 0) {
			Files.setLastModifiedTime(copy, FileTime.fromMillis(stamp.modified()));
		}
		if (!copy.getFileSystem().supportedFileAttributeViews().contains("posix")) { //$NON-NLS-1$
			return;
		}
		if (Files.exists(replaced)) {
			Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(replaced));
		} else if (Stamp.isLocal(source) && Files.isExecutable(source)) {
			Files.setPosixFilePermissions(copy, executable(Files.getPosixFilePermissions(copy)));
		}
	}

	private static Set<PosixFilePermission> executable(Set<PosixFilePermission> permissions) {
		final var more = EnumSet.copyOf(permissions);
		if (permissions.contains(PosixFilePermission.OWNER_READ)) {
			more.add(PosixFilePermission.OWNER_EXECUTE);
		}
		if (permissions.contains(PosixFilePermission.GROUP_READ)) {
			more.add(PosixFilePermission.GROUP_EXECUTE);
		}
		if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
			more.add(PosixFilePermission.OTHERS_EXECUTE);
		}
		return more;
	}
}
