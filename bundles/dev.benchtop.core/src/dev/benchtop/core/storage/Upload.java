package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Writes one file into a storage, from its beginning again where the storage has broken off. */
final class Upload {

	private final FileJob job;
	private final TransferOptions options;
	private final CancelToken token;
	private final Tally tally;
	private final Duration pause;
	private final AtomicLong sent = new AtomicLong();

	Upload(FileJob job, TransferOptions options, CancelToken token, Tally tally, Duration pause) {
		this.job = job;
		this.options = options;
		this.token = token;
		this.tally = tally;
		this.pause = pause;
	}

	void run() throws IOException, BenchException {
		final Optional<byte[]> sum = send();
		final Path copy = job.to().path();
		try {
			FileCopier.sized(job.to(), sent.get());
			if (sum.isPresent() && !Arrays.equals(sum.get(), Checksums.digest(copy, Checksums.Algorithm.SHA256.digest(), token, tally::checked))) {
				throw new IOException(Messages.Transfer_differs);
			}
		} catch (NoSuchFileException e) {
			throw new IOException(Messages.Upload_vanished, e);
		} catch (IOException e) {
			token.check();
			Files.deleteIfExists(copy);
			throw e;
		}
		keepTime(copy);
	}

	/** The digest of what was sent, where one is asked for. */
	private Optional<byte[]> send() throws IOException, BenchException {
		final var patience = new Patience(token, pause);
		for (;;) {
			final Optional<MessageDigest> digest = options.verify() ? Optional.of(Checksums.Algorithm.SHA256.digest()) : Optional.empty();
			try (var source = new Source(job.from(), job.stamp(), 0, token, pause)) {
				once(source, digest);
				return digest.map(MessageDigest::digest);
			} catch (IOException e) {
				patience.afterFailure(e, job.to().path());
				tally.again(sent.getAndSet(0));
			}
		}
	}

	private void once(Source source, Optional<MessageDigest> digest) throws IOException, BenchException {
		try (var sink = Sink.open(job.to().path(), job.stamp().size())) {
			try (var _ = token.onCancel(sink::abandon)) {
				new Pump(source, sink, digest, count -> {
					sent.addAndGet(count);
					tally.moved(count);
				}).run(job.stamp().size());
				token.check();
				sink.commit(options.existing() != Existing.FAIL);
			}
		}
	}

	private void keepTime(Path copy) {
		if (job.stamp().modified() > 0) {
			try {
				Files.setLastModifiedTime(copy, FileTime.fromMillis(job.stamp().modified()));
			} catch (IOException | UnsupportedOperationException e) {
				return; // most storages keep a time of their own
			}
		}
	}
}
