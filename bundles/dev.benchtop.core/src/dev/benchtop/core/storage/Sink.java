package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

import dev.benchtop.core.capability.ExpectedSize;

/**
 * A file of another file system while it is written: nothing is under its name before {@link #commit}. A storage sees to that itself; in any
 * other file system the file is written beside its name and renamed.
 */
final class Sink implements WritableByteChannel {

	/** The provider of storages, whose channels can be abandoned. */
	private static final String STORAGE = "opendal"; //$NON-NLS-1$

	private final Path target;
	private final Path written;
	private final WritableByteChannel channel;
	private boolean committed;

	private Sink(Path target, Path written, WritableByteChannel channel) {
		this.target = target;
		this.written = written;
		this.channel = channel;
	}

	/** Begins a file; {@code size} is how long it will be, -1 where that is not known. */
	static Sink open(Path target, long size) throws IOException {
		final boolean storage = target.getFileSystem().provider().getScheme().equals(STORAGE);
		if (!storage && target.getParent() != null) {
			Files.createDirectories(target.getParent());
		}
		final Path written = storage ? target : PartFile.part(target);
		final Set<OpenOption> how = new HashSet<>(Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
		if (storage && size >= 0) {
			how.add(new ExpectedSize(size));
		}
		return new Sink(target, written, Files.newByteChannel(written, how));
	}

	@Override
	public int write(ByteBuffer bytes) throws IOException {
		return channel.write(bytes);
	}

	/** Makes what was written the file. */
	void commit(boolean replace) throws IOException {
		channel.close();
		if (written != target) {
			Files.move(written, target, replace ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0]);
		}
		committed = true;
	}

	/** Ends a write that blocks; nothing of it becomes the file. */
	void abandon() {
		Channels.abandon(channel);
	}

	@Override
	public boolean isOpen() {
		return channel.isOpen();
	}

	/** Leaves nothing behind where it was not committed. */
	@Override
	public void close() throws IOException {
		if (!committed) {
			abandon();
			if (written != target) {
				Files.deleteIfExists(written);
			}
		}
	}
}
