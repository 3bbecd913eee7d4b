package dev.benchtop.core.internal.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.ProcessIdentity;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.Holder;

/**
 * Holds as files: one a part, written under a short lock of a guard file. A hold whose process is gone is none.
 * While something is held, a thread looks whether another process took it over.
 */
public final class FileLocks implements BoardLock {

	/** The system property by which an application says what others are to call it. */
	public static final String COMMAND = "benchtop.command"; //$NON-NLS-1$

	private static final Duration LOOK = Duration.ofMillis(100);
	/** A process has each file lock once: its own threads wait here. */
	private static final Object GUARD = new Object();

	private final Path folder;
	private final String board;
	private final Set<FileHold> held = new HashSet<>();
	private boolean looking;

	public FileLocks(Path stateFolder) {
		this.folder = stateFolder.resolve("locks"); //$NON-NLS-1$
		this.board = stateFolder.getFileName().toString();
	}

	@Override
	public Hold acquire(String part, String what) throws BenchException {
		return take(part, what, false);
	}

	@Override
	public Hold takeOver(String part, String what) throws BenchException {
		return take(part, what, true);
	}

	@Override
	public Optional<Holder> heldBy(String part) {
		try {
			return LockFile.read(file(part)).filter(lock -> !lock.isHere() && lock.alive()).map(LockFile::holder);
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private Hold take(String part, String what, boolean force) throws BenchException {
		final var self = ProcessIdentity.self();
		final var lock = new LockFile(UUID.randomUUID().toString(), self.pid(), self.start(), command(), what, Instant.now().toString());
		final Path file = file(part);
		try {
			PrivateFiles.folder(folder);
			final Optional<LockFile> other;
			synchronized (GUARD) {
				try (var guard = PrivateFiles.open(folder.resolve(".guard"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); //$NON-NLS-1$
						var _ = guard.lock()) {
					other = force ? Optional.empty() : LockFile.read(file).filter(LockFile::alive);
					if (other.isEmpty()) {
						lock.write(file);
						return keep(new FileHold(this, file, lock.id()));
					}
				}
			}
			throw refusal(part, other.get());
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.FileLocks_cannotKeep, folder)).where(board).why(e).build();
		}
	}

	private Hold keep(FileHold hold) {
		synchronized (held) {
			held.add(hold);
			if (!looking) {
				looking = true;
				Thread.ofVirtual().name("locks of " + board).start(this::look); //$NON-NLS-1$
			}
		}
		return hold;
	}

	private void look() {
		try {
			while (true) {
				Thread.sleep(LOOK);
				final List<FileHold> now;
				synchronized (held) {
					if (held.isEmpty()) {
						looking = false;
						return;
					}
					now = List.copyOf(held);
				}
				now.forEach(FileHold::valid);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	void forget(FileHold hold) {
		synchronized (held) {
			held.remove(hold);
		}
	}

	/** Takes the file of a hold away, if it is still that hold's. One that cannot be deleted is free when this process ends. */
	void release(FileHold hold, Path file, String id) {
		forget(hold);
		synchronized (GUARD) {
			try (var guard = PrivateFiles.open(folder.resolve(".guard"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); //$NON-NLS-1$
					var _ = guard.lock()) {
				if (LockFile.read(file).filter(lock -> lock.id().equals(id)).isPresent()) {
					Files.delete(file);
				}
			} catch (IOException e) {
				System.getLogger(getClass().getName()).log(System.Logger.Level.WARNING, file.toString(), e);
			}
		}
	}

	private BenchException refusal(String part, LockFile other) {
		final String subject = part.replace(':', ' ');
		final String since = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault())
				.format(Instant.parse(other.since()));
		return other.isHere()
				? BenchException.failed(NLS.bind(Messages.FileLocks_heldHere, new Object[] { subject, other.what(), since })).where(board)
						.next(Messages.FileLocks_nextHere).build()
				: BenchException.failed(NLS.bind(Messages.FileLocks_held, new Object[] { subject, other.command(), other.pid(), other.what(), since }))
						.where(board).next(Messages.FileLocks_next).build();
	}

	private Path file(String part) {
		return folder.resolve(URLEncoder.encode(part, StandardCharsets.UTF_8) + ".json"); //$NON-NLS-1$
	}

	/** What others call this process. */
	public static String command() {
		final String program = ProcessHandle.current().info().command().map(path -> Path.of(path).getFileName().toString()).orElse("java"); //$NON-NLS-1$
		return System.getProperty(COMMAND, program);
	}
}
