package dev.benchtop.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/** Files and folders that only their user may read: modes 0600 and 0700 where the file system knows modes. */
public final class PrivateFiles {

	private static final String POSIX = "posix"; //$NON-NLS-1$

	private PrivateFiles() {
	}

	/** Makes the folder and those above it, where they are missing; returns it. */
	public static Path folder(Path folder) throws IOException {
		Files.createDirectories(folder, attributes(folder, "rwx------")); //$NON-NLS-1$
		return folder;
	}

	/**
	 * As {@link #folder}, and makes sure that nobody else has made it: in a folder that all users share, such as the temporary one.
	 *
	 * @throws IOException if it is a link, belongs to another user, or is open to others
	 */
	public static Path ownFolder(Path folder) throws IOException {
		folder(folder);
		if (!folder.getFileSystem().supportedFileAttributeViews().contains(POSIX)) {
			return folder;
		}
		final var found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		final Path probe = Files.createTempFile(folder, null, null);
		try {
			final boolean ours = found.isDirectory() && found.owner().equals(Files.getOwner(probe));
			if (!ours || !found.permissions().equals(PosixFilePermissions.fromString("rwx------"))) { //$NON-NLS-1$
				throw new IOException(NLS.bind(Messages.PrivateFiles_notOurs, folder));
			}
			return folder;
		} finally {
			Files.delete(probe);
		}
	}

	/** Opens a file; one that is made by it is private. The options must allow to write. */
	public static FileChannel open(Path file, OpenOption... options) throws IOException {
		return FileChannel.open(file, Set.of(options), attributes(file, "rw-------")); //$NON-NLS-1$
	}

	/** Replaces the file by these bytes, all at once, on the medium when it returns; the folder must exist. */
	public static void replace(Path file, byte[] content) throws IOException {
		final Path part = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId()); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			try (var channel = open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
				final var bytes = ByteBuffer.wrap(content);
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			move(part, file);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	private static void move(Path part, Path file) throws IOException {
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static FileAttribute<?>[] attributes(Path path, String mode) {
		return path.getFileSystem().supportedFileAttributeViews().contains(POSIX)
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)) }
				: new FileAttribute<?>[0];
	}
}
