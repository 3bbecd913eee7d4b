package dev.benchtop.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;

/** Transfers between files and streams, such as a command's standard input and output. */
public final class StreamTransfer {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private StreamTransfer() {
	}

	/**
	 * Writes a file of all that comes; it is there when all of it is.
	 *
	 * @param options {@link Existing#CHANGED} replaces what is there
	 * @throws BenchException if it was cancelled or failed; then the file is as it was
	 */
	public static TransferReport receive(InputStream from, Location to, TransferOptions options, Progress progress) throws BenchException {
		return Detached.call("benchtop transfer", progress.token(), () -> { //$NON-NLS-1$
			try {
				return received(from, to, options, progress);
			} catch (IOException | UnsupportedOperationException e) {
				progress.token().check();
				throw FileCopier.failure(Messages.Transfer_cannotWrite, to, e);
			}
		});
	}

	private static TransferReport received(InputStream from, Location to, TransferOptions options, Progress progress) throws IOException, BenchException {
		final var tally = new Tally(progress);
		final Optional<Stamp> there = Stamp.find(to.path());
		if (there.isPresent() && !there.get().isFile()) {
			throw BenchException.failed(there.get().isFolder() ? Messages.Transfer_isFolder : Messages.Transfer_isSpecial).where(to.text()).build();
		}
		if (there.isPresent() && options.existing() == Existing.FAIL) {
			throw BenchException.failed(Messages.Transfer_exists).where(to.text()).build();
		}
		if (there.isPresent() && options.existing() == Existing.SKIP) {
			tally.skipped(0);
			return tally.report();
		}
		tally.begin(new Phase("copy", Messages.Transfer_copy), -1); //$NON-NLS-1$
		final Optional<MessageDigest> digest = options.verify() ? Optional.of(Checksums.Algorithm.SHA256.digest()) : Optional.empty();
		try (var sink = Sink.open(to.path(), -1); var _ = progress.token().onCancel(sink::abandon)) {
			new Pump(Channels.newChannel(from), sink, digest, tally::moved).run(-1);
			progress.token().check();
			sink.commit(options.existing() != Existing.FAIL);
		}
		check(to.path(), tally.report().bytes(), digest, progress);
		tally.done();
		return tally.report();
	}

	private static void check(Path copy, long size, Optional<MessageDigest> digest, Progress progress) throws IOException, BenchException {
		final boolean same = digest.isEmpty()
				|| Arrays.equals(digest.get().digest(), Checksums.digest(copy, Checksums.Algorithm.SHA256.digest(), progress.token(), _ -> { }));
		final long found = Files.size(copy);
		if (found != size || !same) {
			Files.delete(copy);
			throw new IOException(same ? NLS.bind(Messages.Transfer_wrongSize, found, size) : Messages.Transfer_differs);
		}
	}

	/**
	 * Reads a file, or a range of it, goes on where it was when the connection breaks, and writes it to a channel.
	 *
	 * @param offset the first byte
	 * @param length how many bytes at most
	 * @return how many there were
	 * @throws IOException of the channel
	 */
	public static long send(Location from, long offset, long length, WritableByteChannel to, Progress progress) throws IOException, BenchException {
		final long end = length > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + length;
		final var tally = new Tally(progress);
		final Stamp stamp = file(from);
		try (var source = new Source(from, stamp, offset, end, progress.token(), PAUSE)) {
			new Pump(source, to, Optional.empty(), tally::moved).run(stamp.size() < 0 ? -1 : Math.max(0, Math.min(end, stamp.size()) - offset));
			return tally.report().bytes();
		} catch (SourceException e) {
			progress.token().check();
			throw FileCopier.failure(Messages.Transfer_cannotRead, from, e.reason());
		} catch (UnsupportedOperationException e) {
			throw FileCopier.failure(Messages.Transfer_cannotRead, from, e);
		}
	}

	private static Stamp file(Location from) throws BenchException {
		try {
			final Stamp stamp = Stamp.of(from.path());
			if (stamp.isFolder()) {
				throw BenchException.usage(Messages.StreamTransfer_folder).where(from.text()).build();
			}
			return stamp;
		} catch (IOException | UnsupportedOperationException e) {
			throw PathFailure.of(Messages.Transfer_cannotRead, from.text(), e);
		}
	}
}
