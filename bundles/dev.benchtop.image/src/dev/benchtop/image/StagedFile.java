package dev.benchtop.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A file under a name of its own beside the one that it will replace. The name says which process writes it. */
final class StagedFile implements Closeable {

	private static final AtomicInteger COUNT = new AtomicInteger();
	private static final String SUFFIX = ".part"; //$NON-NLS-1$
	private static final Pattern OWNER = Pattern.compile("(\\d+)-(\\d+)-\\d+" + Pattern.quote(SUFFIX)); //$NON-NLS-1$

	private final Path part;
	private final Path file;
	private final DirectFile data;
	private boolean committed;

	private StagedFile(Path part, Path file, DirectFile data) {
		this.part = part;
		this.file = file;
		this.data = data;
	}

	static StagedFile create(Path file) throws IOException {
		final ProcessHandle self = ProcessHandle.current();
		final String name = prefix(file) + self.pid() + '-' + started(self) + '-' + COUNT.incrementAndGet() + SUFFIX;
		final Path part = Files.createFile(file.resolveSibling(name));
		try {
			if (Files.exists(file) && part.getFileSystem().supportedFileAttributeViews().contains("posix")) { //$NON-NLS-1$
				Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
			}
			return new StagedFile(part, file, DirectFile.open(part));
		} catch (IOException | RuntimeException e) {
			Files.deleteIfExists(part);
			throw e;
		}
	}

	/** Removes the parts beside a file whose process is no more. */
	static void removeLeftovers(Path file) throws IOException {
		final String prefix = prefix(file);
		try (var siblings = Files.newDirectoryStream(file.getParent(), path -> isLeftover(path.getFileName().toString(), prefix))) {
			for (final Path leftover : siblings) {
				Files.deleteIfExists(leftover);
			}
		}
	}

	private static boolean isLeftover(String name, String prefix) {
		final var owner = OWNER.matcher(name.startsWith(prefix) ? name.substring(prefix.length()) : ""); //$NON-NLS-1$
		return owner.matches() && ProcessHandle.of(Long.parseLong(owner.group(1))).filter(process -> started(process) == Long.parseLong(owner.group(2))).isEmpty();
	}

	private static String prefix(Path file) {
		return "." + file.getFileName() + "."; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** When a process began, so that a later one with the same number is not taken for it. */
	private static long started(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

	DirectFile data() {
		return data;
	}

	/** Puts it in the place of the file. */
	void commit() throws IOException {
		data.close();
		Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		committed = true;
		syncFolder();
	}

	/** Makes the new name outlive a power cut, where the system can. */
	private void syncFolder() {
		if (file.getFileSystem() != FileSystems.getDefault()) {
			return;
		}
		try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
			folder.force(true);
		} catch (IOException e) {
			// Windows opens no folder, and the file is in place by now
			return;
		}
	}

	@Override
	public void close() throws IOException {
		try {
			data.close();
		} finally {
			if (!committed) {
				Files.deleteIfExists(part);
			}
		}
	}
}
