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

import dev.benchtop.core.capability.Abandonable;

/**
 * Writes beside the target under a name that nobody can guess, and moves the file when it is complete. Storages whose files are only there
 * when they are closed need no such name.
 */
final class StagedUpload implements TftpUpload {

	private final Path target;
	private final Path staging;
	private final boolean replace;
	private final SeekableByteChannel channel;

	private StagedUpload(Path target, Path staging, boolean replace, SeekableByteChannel channel) {
		this.target = target;
		this.staging = staging;
		this.replace = replace;
		this.channel = channel;
	}

	static StagedUpload open(Path target, boolean replace) throws IOException {
		final var staging = target.resolveSibling(".tftp-" + UUID.randomUUID() + ".part"); //$NON-NLS-1$ //$NON-NLS-2$
		final var channel = Files.newByteChannel(staging, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		if (!(channel instanceof final Abandonable storage)) {
			return new StagedUpload(target, staging, replace, channel);
		}
		storage.abandon();
		return new StagedUpload(target, target, replace, replace
				? Files.newByteChannel(target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
				: Files.newByteChannel(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
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
		if (staging.equals(target)) {
			return;
		}
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
		if (channel instanceof final Abandonable storage) {
			storage.abandon();
			return;
		}
		try {
			channel.close();
		} finally {
			Files.deleteIfExists(staging);
		}
	}
}
