package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes beside the target under a name that nobody can guess, and moves the file when it is complete. */
final class StagedUpload implements TftpUpload {

	private final Path target;
	private final Path staging;
	private final boolean replace;
	private final SeekableByteChannel channel;

	StagedUpload(Path target, boolean replace) throws IOException {
		this.target = target;
		this.replace = replace;
		staging = target.resolveSibling(".tftp-" + UUID.randomUUID() + ".part"); //$NON-NLS-1$ //$NON-NLS-2$
		channel = Files.newByteChannel(staging, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
	}

	@Override
	public WritableByteChannel channel() {
		return channel;
	}

	@Override
	public boolean local() {
		return TftpFolder.local(target);
	}

	@Override
	public void complete() throws IOException {
		channel.close();
		try {
			if (replace) {
				Files.move(staging, target, StandardCopyOption.REPLACE_EXISTING);
			} else {
				Files.move(staging, target);
			}
		} catch (final FileAlreadyExistsException e) {
			throw TftpFolder.exists();
		} finally {
			Files.deleteIfExists(staging);
		}
	}

	@Override
	public void abandon() throws IOException {
		try (channel) {
			Files.deleteIfExists(staging);
		}
	}
}
