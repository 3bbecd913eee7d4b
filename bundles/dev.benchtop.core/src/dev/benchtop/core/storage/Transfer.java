package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.capability.Ability;

/**
 * Copies or moves one file or one tree. A file appears under its name when it is complete; what was interrupted on its way to a local file
 * is resumed by the next transfer of the same source to the same place. Links are followed.
 */
public final class Transfer {

	private static final Duration PAUSE = Duration.ofMillis(500);
	private static final int AT_ONCE = 4;

	private final Location from;
	private final Location to;
	private final TransferOptions options;
	private final Duration pause;

	/** A transfer of {@code from} to {@code to} itself: a tree's content goes into the folder {@code to}, which is made. */
	public Transfer(Location from, Location to, TransferOptions options) {
		this(from, to, options, PAUSE);
	}

	/** {@code pause} is the first wait before something is tried again. */
	Transfer(Location from, Location to, TransferOptions options, Duration pause) {
		this.from = from;
		this.to = to;
		this.options = options;
		this.pause = pause;
	}

	/** Deletes what an interrupted transfer to a local place has kept to go on with, if anything. */
	public static void discard(Location to) throws IOException {
		if (Stamp.isLocal(to.path()) && to.path().getFileName() != null) {
			PartFile.discard(to.path());
		}
	}

	/**
	 * Transfers; returns or throws within 2 s when cancelled. A file of a tree that fails does not stop the others; a report with failures is
	 * a failure all the same.
	 *
	 * @throws BenchException if it was cancelled, or refused before anything was done
	 */
	public TransferReport run(Progress progress) throws BenchException {
		progress.token().check();
		return Detached.call("benchtop transfer", progress.token(), () -> transfer(progress)); //$NON-NLS-1$
	}

	private TransferReport transfer(Progress progress) throws BenchException {
		final CancelToken token = progress.token();
		final var tally = new Tally(progress);
		final Stamp stamp;
		try {
			stamp = Stamp.of(from.path());
		} catch (IOException | UnsupportedOperationException e) {
			throw PathFailure.of(Messages.Transfer_cannotRead, from.text(), e);
		}
		allowed();
		try {
			distinct(stamp);
			if (options.move() && renamed(stamp)) {
				tally.done();
				return tally.report();
			}
			final var tree = stamp.isFolder() ? Optional.of(Tree.of(from, to, tally, token)) : Optional.<Tree>empty();
			all(tree.map(Tree::files).orElseGet(() -> List.of(new FileJob(from, to, stamp))), tally, progress);
			if (tree.isPresent()) {
				folders(tree.get(), tally);
			}
			return tally.report();
		} catch (IOException | UnsupportedOperationException e) {
			token.check();
			throw PathFailure.of(Messages.Transfer_failed, from.text(), e);
		}
	}

	/** Refuses what one of the storages cannot do at all. */
	private void allowed() throws BenchException {
		refuse(from, Ability.READ, Messages.Transfer_cannotRead);
		refuse(to, Ability.WRITE, Messages.Transfer_cannotWrite);
		if (options.move() && !Can.inside(from, to, Ability.RENAME)) {
			refuse(from, Ability.DELETE, Messages.Transfer_cannotDelete);
		}
	}

	private static void refuse(Location place, Ability ability, String what) throws BenchException {
		final Optional<String> whyNot = Can.whyNot(place, ability);
		if (whyNot.isPresent()) {
			throw BenchException.failed(what).where(place.text()).why(whyNot.get()).build();
		}
	}

	private void distinct(Stamp stamp) throws IOException, BenchException {
		if (!Can.sameSystem(from.path(), to.path())) {
			return;
		}
		if (from.path().equals(to.path()) || Files.exists(to.path()) && Files.isSameFile(from.path(), to.path())) {
			throw BenchException.usage(Messages.Transfer_same).where(from.text()).build();
		}
		if (stamp.isFolder() && to.path().startsWith(from.path())) {
			throw BenchException.usage(Messages.Transfer_intoItself).where(to.text()).build();
		}
	}

	/** Whether the move was a rename of the whole: nothing is there yet, and both are in one file system that can do that. */
	private boolean renamed(Stamp stamp) throws IOException, BenchException {
		final Path target = to.path();
		if (!Can.inside(from, to, Ability.RENAME) || Stamp.find(target).isPresent()) {
			return false;
		}
		final boolean local = Stamp.isLocal(target);
		try {
			if (local && target.getParent() != null) {
				Files.createDirectories(target.getParent());
			}
			Files.move(from.path(), target, local ? new CopyOption[] {StandardCopyOption.ATOMIC_MOVE} : new CopyOption[0]);
			return true;
		} catch (FileAlreadyExistsException e) {
			throw PathFailure.of(Messages.Transfer_cannotWrite, to.text(), e);
		} catch (IOException | UnsupportedOperationException e) {
			if (stamp.isFolder() || local) {
				return false; // another disk, or a storage that renames files only: then it is copied
			}
			throw PathFailure.of(Messages.Transfer_cannotWrite, to.text(), e);
		}
	}

	static long planned(FileJob job, TransferOptions options) {
		return options.verify() ? 2 * job.size() : job.size();
	}

	private void all(List<FileJob> jobs, Tally tally, Progress progress) throws IOException, BenchException {
		final boolean known = jobs.stream().allMatch(job -> job.stamp().size() >= 0);
		final long total = jobs.stream().mapToLong(job -> planned(job, options)).sum();
		enoughSpace(jobs);
		tally.begin(new Phase("copy", options.verify() ? Messages.Transfer_copyAndVerify : options.move() ? Messages.Transfer_move : Messages.Transfer_copy), //$NON-NLS-1$
				known ? total : -1);
		final var copier = new FileCopier(options, progress.token(), tally, pause);
		final var waiting = new ConcurrentLinkedQueue<>(jobs);
		final int threads = Math.min(AT_ONCE, jobs.size());
		final var ended = new CountDownLatch(threads);
		final var failure = new AtomicReference<Throwable>();
		for (int i = 0; i < threads; i++) {
			Thread.ofPlatform().daemon().name("benchtop transfer " + i).start(() -> { //$NON-NLS-1$
				try {
					for (FileJob job = waiting.poll(); job != null && failure.get() == null; job = waiting.poll()) {
						copier.transfer(job);
					}
				} catch (BenchException | RuntimeException | Error e) {
					failure.compareAndSet(null, e);
				} finally {
					ended.countDown();
				}
			});
		}
		await(ended, failure);
	}

	private static void await(CountDownLatch ended, AtomicReference<Throwable> failure) throws BenchException {
		try {
			ended.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		switch (failure.get()) {
		case null -> { }
		case BenchException told -> throw told;
		case RuntimeException defect -> throw defect;
		case Error error -> throw error;
		default -> throw new IllegalStateException(failure.get());
		}
	}

	/** Refuses what cannot fit on the disk, before hours are spent on it. */
	private void enoughSpace(List<FileJob> jobs) throws IOException, BenchException {
		if (!Stamp.isLocal(to.path())) {
			return;
		}
		Path there = to.path().toAbsolutePath();
		while (there != null && !Files.isDirectory(there)) {
			there = there.getParent();
		}
		final long free = there == null ? Long.MAX_VALUE : Files.getFileStore(there).getUsableSpace();
		long needed = 0;
		for (final FileJob job : jobs) {
			final Path part = PartFile.part(job.to().path());
			needed += job.size() - (Files.exists(part) ? Files.size(part) : 0);
		}
		if (needed > free) {
			throw BenchException.failed(Messages.Transfer_noSpace).where(to.text())
					.why(NLS.bind(Messages.Transfer_noSpaceWhy, new ByteSize(needed).display(), new ByteSize(free).display())).build();
		}
	}

	/** Makes folders in which nothing lies; after a move takes those away that were moved. */
	private void folders(Tree tree, Tally tally) {
		if (tree.files().isEmpty() && tree.folders().isEmpty()) {
			makeFolder(to, tally);
		}
		tree.emptyFolders().forEach(folder -> makeFolder(to.resolve(folder), tally));
		if (options.move() && tally.isWhole()) {
			tree.folders().forEach(folder -> deleteFolder(from.resolve(folder), tally));
			deleteFolder(from, tally);
		}
	}

	private static void makeFolder(Location folder, Tally tally) {
		try {
			Files.createDirectories(folder.path());
		} catch (IOException | UnsupportedOperationException e) {
			tally.failed(folder.text(), PathFailure.of(Messages.Transfer_cannotMakeFolder, folder.text(), e));
		}
	}

	private static void deleteFolder(Location folder, Tally tally) {
		try {
			Files.deleteIfExists(folder.path());
		} catch (IOException | UnsupportedOperationException e) {
			tally.failed(folder.text(), PathFailure.of(Messages.Transfer_cannotDelete, folder.text(), e));
		}
	}
}
