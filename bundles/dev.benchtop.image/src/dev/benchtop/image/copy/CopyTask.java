package dev.benchtop.image.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.BlockTarget.Session;
import dev.benchtop.core.flash.FlashReport;

/** One copy. Runs on one thread; any thread may abort it and ask for the report. */
final class CopyTask {

	private final Source source;
	private final BlockTarget medium;
	private final OptionalLong capacity;
	private final String target;
	private final boolean verify;
	private final Optional<Expectation> expectation;
	private final Progress progress;
	private final Protocol protocol;
	private final CopyState state;
	private final List<Range> ranges = new ArrayList<>();
	/** The first MiB, while it is held back from a target that is written in place. */
	private byte[] head = new byte[0];
	private long length;
	private volatile long written;
	private volatile String sha256;
	private volatile BenchException refused;

	CopyTask(Source source, BlockTarget medium, String target, boolean verify, Optional<Expected> expected, Progress progress) {
		this.source = source;
		this.medium = medium;
		this.capacity = medium.capacity();
		this.target = target;
		this.verify = verify;
		this.expectation = expected.map(wanted -> new Expectation(wanted, source));
		this.progress = progress;
		this.protocol = new Protocol(progress);
		this.state = new CopyState(medium.staged(), verify);
	}

	void run() {
		try {
			copy();
			state.end(null);
		} catch (BenchException e) {
			state.end(e);
		} catch (IOException | RuntimeException | Error e) {
			state.end(BenchException.failed(Messages.Copy_failed).where(target).why(e).build());
		}
	}

	void abort() {
		state.abort();
	}

	/** What came of it, or has come of it so far. */
	FlashReport report() throws BenchException {
		final BenchException refusal = refused;
		if (refusal != null) {
			throw refusal;
		}
		return new FlashReport(state.outcome(), written, Optional.ofNullable(sha256), target, protocol.time(), protocol.close(),
				Optional.ofNullable(state.failure()));
	}

	private void copy() throws BenchException, IOException {
		final Object before = sourceState();
		hashFile();
		final Source.Content content = openContent();
		try (var _ = state.register(content)) {
			final Session session = openMedium();
			try (var _ = state.register(session::close)) {
				write(content, session);
				if (!before.equals(sourceState())) {
					throw BenchException.failed(Messages.Copy_changed).where(source.label()).next(Messages.Copy_changedNext).build();
				}
				finish(session);
			}
		}
	}

	private void finish(Session session) throws BenchException {
		protocol.begin(Phases.SYNC, -1);
		sync(session);
		final List<Range> body = ranges.subList(head.length == 0 ? 0 : 1, ranges.size());
		if (verify) {
			protocol.begin(Phases.VERIFY, length - head.length);
			verifier(session).verify(body, protocol);
		}
		protocol.begin(Phases.COMMIT, -1);
		if (head.length > 0) {
			writeHead(session);
		}
		state.beginCommit();
		try {
			session.commit(length);
		} catch (IOException e) {
			throw BenchException.failed(Messages.Copy_commit).where(target).why(e).build();
		}
		state.committed();
	}

	private Object sourceState() throws BenchException {
		try {
			return source.state();
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	private BenchException unreadable(IOException reason) {
		return BenchException.failed(Messages.Copy_read).where(source.label()).why(reason).next(Messages.Copy_readNext).build();
	}

	private void hashFile() throws BenchException {
		if (expectation.isEmpty() || !expectation.get().isOfFile()) {
			return;
		}
		protocol.begin(Phases.HASH, source.packedBytes());
		try {
			final Optional<String> hash = source.packedHash(bytes -> {
				protocol.advance(bytes);
				if (progress.token().isCancelled()) {
					throw new IOException(Messages.Source_closed);
				}
			});
			if (hash.isPresent()) {
				expectation.get().file(hash.get());
			}
		} catch (IOException e) {
			progress.token().check();
			throw unreadable(e);
		}
	}

	private Source.Content openContent() throws BenchException {
		try {
			return source.open();
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	private Session openMedium() throws BenchException {
		progress.token().check();
		try {
			return medium.open();
		} catch (BenchException e) {
			refused = e;
			throw e;
		}
	}

	private void write(Source.Content content, Session session) throws BenchException, IOException {
		protocol.begin(Phases.WRITE, content.estimate(0));
		final var intake = new Intake(content);
		try (var _ = state.register(intake)) {
			final var bottlenecks = new Bottlenecks(protocol, intake, content, source.packed());
			intake.start();
			for (Chunk chunk = next(intake); chunk != null; chunk = next(intake)) {
				write(chunk, session);
				chunk.release();
				if (content.length().isEmpty()) {
					protocol.total(content.estimate(length));
				}
				bottlenecks.look();
			}
			protocol.total(length);
			sha256 = sha256(intake);
		}
		if (expectation.isPresent()) {
			final Optional<String> file = content.packedHash();
			if (file.isPresent()) {
				expectation.get().file(file.get());
			}
			expectation.get().content(sha256);
		}
	}

	private Chunk next(Intake intake) throws BenchException {
		try {
			return intake.next();
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	private String sha256(Intake intake) throws BenchException {
		try {
			return intake.sha256();
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	private void write(Chunk chunk, Session session) throws BenchException {
		final long end = chunk.position() + chunk.length();
		if (capacity.isPresent() && end > capacity.getAsLong()) {
			throw BenchException.failed(NLS.bind(Messages.Copy_tooLarge, capacity.getAsLong())).where(target).build();
		}
		if (chunk.position() == 0 && !medium.staged()) {
			head = new byte[chunk.length()];
			chunk.data().get(head);
		} else {
			write(session, chunk.data(), chunk.position());
		}
		length = end;
		protocol.advance(chunk.length());
		final Range range = Range.of(chunk.position(), chunk.data());
		ranges.add(range);
		if (head.length == 0 || range.position() > 0) {
			protocol.range(range);
		}
	}

	private void write(Session session, ByteBuffer data, long position) throws BenchException {
		state.touch();
		final int count = data.remaining();
		final int from = data.position();
		try {
			session.write(data, position);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Copy_write, position + data.position() - from)).where(target).why(e).build();
		}
		written += count;
	}

	private void sync(Session session) throws BenchException {
		state.check();
		try {
			session.sync();
		} catch (IOException e) {
			throw BenchException.failed(Messages.Copy_sync).where(target).why(e).build();
		}
	}

	private Verifier verifier(Session session) {
		return new Verifier(session, source, target, progress.token());
	}

	private void writeHead(Session session) throws BenchException {
		write(session, ByteBuffer.wrap(head), 0);
		sync(session);
		if (verify) {
			verifier(session).verify(ranges.subList(0, 1), protocol);
		}
		protocol.range(ranges.getFirst());
	}
}
