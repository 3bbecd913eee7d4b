package dev.benchtop.core.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Ability;

/** Transfers single files, each in the best way that its two ends allow. Used by several threads at once. */
final class FileCopier {

	private static final long STEP = 16 << 20;

	private final TransferOptions options;
	private final CancelToken token;
	private final Tally tally;
	private final Duration pause;

	/** {@code pause} is the first wait before something is tried again. */
	FileCopier(TransferOptions options, CancelToken token, Tally tally, Duration pause) {
		this.options = options;
		this.token = token;
		this.tally = tally;
		this.pause = pause;
	}

	/** Transfers a file and tallies what came of it. */
	void transfer(FileJob job) throws BenchException {
		try {
			token.check();
			final Optional<Stamp> there = there(job);
			if (there.isPresent() && stays(job, there.get())) {
				return;
			}
			if (!inside(job)) {
				stream(job);
				if (options.move()) {
					deleteSource(job);
				}
			}
			tally.done();
		} catch (SourceException e) {
			token.check();
			tally.failed(job.from().text(), failure(Messages.Transfer_cannotRead, job.from(), e.reason()));
		} catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
			token.check();
			tally.failed(job.to().text(), failure(Messages.Transfer_cannotWrite, job.to(), e));
		} catch (BenchException e) {
			token.check();
			tally.failed(job.to().text(), e);
		}
	}

	static BenchException failure(String what, Location place, Exception reason) {
		return reason instanceof BenchException known ? known
				: PathFailure.of(what, place.text(), reason instanceof UncheckedIOException unchecked ? unchecked.getCause() : reason);
	}

	/** How many bytes the progress counts for a file. */
	private long planned(FileJob job) {
		return Transfer.planned(job, options);
	}

	private static Optional<Stamp> there(FileJob job) throws IOException, BenchException {
		final Optional<Stamp> there = Stamp.find(job.to().path());
		if (there.isPresent() && !there.get().isFile()) {
			throw BenchException.failed(there.get().isFolder() ? Messages.Transfer_isFolder : Messages.Transfer_isSpecial).where(job.to().text()).build();
		}
		return there;
	}

	/** Whether the file that is there stays, which is tallied. */
	private boolean stays(FileJob job, Stamp there) {
		final Existing policy = options.existing();
		if (policy == Existing.FAIL) {
			tally.existed(job.to());
			return true;
		}
		final boolean stays = policy == Existing.SKIP || policy == Existing.CHANGED && !job.stamp().differs(there);
		if (stays) {
			tally.skipped(planned(job));
		}
		return stays;
	}

	/** Whether the file system has done it by itself. */
	private boolean inside(FileJob job) throws IOException, BenchException {
		final Path from = job.from().path();
		final Path to = job.to().path();
		final boolean local = Stamp.isLocal(from);
		final CopyOption[] how = options.existing() == Existing.FAIL ? new CopyOption[0] : new CopyOption[] {StandardCopyOption.REPLACE_EXISTING};
		try {
			if (options.move() && Can.inside(job.from(), job.to(), Ability.RENAME)) {
				if (local) {
					Files.createDirectories(to.getParent());
				}
				Files.move(from, to, local ? new CopyOption[] {StandardCopyOption.ATOMIC_MOVE} : how);
				tally.checked(planned(job));
				return true;
			}
			if (Can.inside(job.from(), job.to(), Ability.COPY) && !local && !options.verify()) {
				copyInside(job, how);
				return true;
			}
			return false;
		} catch (UnsupportedOperationException | AtomicMoveNotSupportedException e) {
			return false;
		}
	}

	private void copyInside(FileJob job, CopyOption[] how) throws IOException, BenchException {
		Files.copy(job.from().path(), job.to().path(), how);
		if (token.isCancelled()) {
			Files.deleteIfExists(job.to().path());
		}
		token.check();
		sized(job.to(), job.stamp().size());
		tally.moved(job.size());
		if (options.move()) {
			deleteSource(job);
		}
	}

	private void stream(FileJob job) throws IOException, BenchException {
		if (Stamp.isLocal(job.to().path())) {
			toLocal(job);
		} else {
			new Upload(job, options, token, tally, pause).run();
		}
	}

	private void toLocal(FileJob job) throws IOException, BenchException {
		final Path target = Files.isSymbolicLink(job.to().path()) && Files.exists(job.to().path()) ? job.to().path().toRealPath() : job.to().path();
		Files.createDirectories(target.getParent());
		try (var part = PartFile.open(target, job.from(), job.stamp(), options.verify());
				var source = new Source(job.from(), job.stamp(), part.position(), token, pause)) {
			part.note().ifPresent(tally::note);
			tally.checked(part.position());
			fill(part, source);
			token.check();
			sized(new Location(job.to().text(), part.path(), Optional.empty()), job.stamp().size() > 0 ? job.stamp().size() : part.position());
			if (options.verify()) {
				verify(part);
			}
			LocalAttributes.keep(job.from().path(), job.stamp(), part.path(), target);
			token.check();
			part.finish(target, options.existing() != Existing.FAIL);
		}
	}

	private void fill(PartFile part, Source source) throws IOException, BenchException {
		try {
			final Optional<FileChannel> file = options.verify() ? Optional.empty() : source.file();
			if (file.isPresent()) {
				transferTo(part, file.get(), source.stamp().size());
			} else {
				new Pump(source, part, Optional.empty(), tally::moved).run(source.stamp().size());
			}
		} catch (SourceException e) {
			throw e;
		} catch (IOException e) {
			token.check();
			part.spoil();
			throw e;
		}
	}

	private void transferTo(PartFile part, FileChannel file, long size) throws IOException, BenchException {
		while (part.position() < size) {
			token.check();
			final long taken = part.take(file, part.position(), Math.min(STEP, size - part.position()));
			if (taken == 0) {
				throw new SourceException(new IOException(NLS.bind(Messages.Source_short, part.position(), size)));
			}
			tally.moved(taken);
		}
	}

	private void verify(PartFile part) throws IOException, BenchException {
		final byte[] found = Checksums.digest(part.path(), Checksums.Algorithm.SHA256.digest(), token, tally::checked);
		if (!Arrays.equals(found, HexFormat.of().parseHex(part.sha256()))) {
			part.spoil();
			throw new IOException(Messages.Transfer_differs);
		}
	}

	/** Fails where a copy has not the size that it should have; one of unknown size is right as it is. */
	static void sized(Location copy, long size) throws IOException {
		final long found = Files.size(copy.path());
		if (size >= 0 && found != size) {
			throw new IOException(NLS.bind(Messages.Transfer_wrongSize, found, size));
		}
	}

	private void deleteSource(FileJob job) throws SourceException {
		try {
			if (!Stamp.of(job.from().path()).equals(job.stamp())) {
				throw new IOException(Messages.Transfer_sourceChanged);
			}
			Files.delete(job.from().path());
		} catch (IOException | UnsupportedOperationException e) {
			throw new SourceException(BenchException.failed(Messages.Transfer_cannotDelete).where(job.from().text()).why(e).build());
		}
	}
}
