package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files of a folder of any file system; nothing outside of it can be reached, not by links either. */
public final class TftpFolder implements TftpFiles {

	/** What clients may do. */
	public enum Access {
		READ, CREATE, REPLACE
	}

	private final Path root;
	private final Access access;

	/** The folder has to be there. */
	public TftpFolder(Path root, Access access) {
		this.root = root;
		this.access = access;
	}

	@Override
	public Path find(String name) throws IOException {
		final var path = root.resolve(name);
		try {
			if (inside(path.toRealPath()) && Files.isRegularFile(path)) {
				return path;
			}
		} catch (final NoSuchFileException e) {
			throw missing();
		}
		throw inside(path.toRealPath()) ? missing() : denied();
	}

	@Override
	public TftpUpload create(String name, long size) throws IOException {
		final var path = root.resolve(name);
		if (access == Access.READ) {
			throw new TftpRefusal(TftpError.ACCESS_VIOLATION, "Read only"); //$NON-NLS-1$
		}
		try {
			if (!inside(path.getParent().toRealPath())) {
				throw denied();
			}
		} catch (final NoSuchFileException e) {
			throw new TftpRefusal(TftpError.FILE_NOT_FOUND, "No such folder"); //$NON-NLS-1$
		}
		if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			if (access == Access.CREATE) {
				throw exists();
			}
			if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
				throw denied();
			}
		}
		return StagedUpload.open(path, access == Access.REPLACE);
	}

	private boolean inside(Path real) throws IOException {
		return real.startsWith(root.toRealPath());
	}

	private static TftpRefusal missing() {
		return new TftpRefusal(TftpError.FILE_NOT_FOUND, "File not found"); //$NON-NLS-1$
	}

	private static TftpRefusal denied() {
		return new TftpRefusal(TftpError.ACCESS_VIOLATION, "Access violation"); //$NON-NLS-1$
	}

	static TftpRefusal exists() {
		return new TftpRefusal(TftpError.FILE_EXISTS, "File already exists"); //$NON-NLS-1$
	}

	static boolean local(Path path) {
		return path.getFileSystem() == FileSystems.getDefault();
	}
}
