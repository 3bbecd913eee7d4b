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
import dev.benchtop.core.flash.KnownRange;
import dev.benchtop.image.BlockMap;

/** One copy. Runs on one thread; any thread may abort it and ask for the report. */
final class CopyTask {

	private final Source source;
	private final BlockTarget medium;
	private final OptionalLong capacity;
	private final String target;
	private final boolean verify;
	private final Optional<Expectation> expectation;
	private final Mapping mapping;
	private final There there;
	private final Progress progress;
	private final Protocol protocol;
	private final CopyState state;
	private final List<Range> ranges = new ArrayList<>();
	/** What of the first MiB is written, while it is held back from a target that is written in place. */
	private final List<Held> head = new ArrayList<>();
	private long length;
	private long copied;
	private volatile long written;
	private volatile String sha256;
	private volatile BenchException refused;

	/** A part of the first MiB that waits. */
	private record Held(Range range, byte[] data) {
	}

	CopyTask(Source source, BlockTarget medium, String target, boolean verify, Optional<Expected> expected, Optional<BlockMap> map, List<KnownRange> there,
			Progress progress) {
		this.source = source;
		this.medium = medium;
		this.capacity = medium.capacity();
		this.target = target;
		this.verify = verify;
		this.expectation = expected.map(wanted -> new Expectation(wanted, source));
		this.mapping = new Mapping(map);
		this.there = new There(there);
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
		if (verify) {
			protocol.begin(Phases.VERIFY, ranges.stream().mapToLong(Range::length).sum());
			verifier(session).verify(ranges, protocol);
		}
		protocol.begin(Phases.COMMIT, -1);
		if (!head.isEmpty()) {
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
		final boolean whole = expectation.isPresent() && !expectation.get().isMet();
		final long mapped = mapping.map() == null ? -1 : mapping.map().mapped();
		protocol.begin(Phases.WRITE, mapped < 0 ? content.estimate(0) : mapped);
		final var intake = new Intake(content, mapping, verify || expectation.isPresent() || medium.hashed(), whole, source.ahead());
		try (var _ = state.register(intake); var outlet = new Outlet(sink(session), this::written, intake)) {
			final var bottlenecks = new Bottlenecks(protocol, intake, content, source.packed());
			intake.start();
			for (Chunk chunk = next(intake, outlet); chunk != null; chunk = next(intake, outlet)) {
				copied += chunk.length();
				put(chunk, session, outlet);
				if (mapped < 0) {
					protocol.total(content.estimate(copied));
				}
				bottlenecks.look();
			}
			outlet.finish();
			protocol.total(copied);
			sha256 = sha256(intake).orElse(null);
			length = intake.length();
			requireRoom(length);
		}
		if (expectation.isPresent()) {
			final Optional<String> file = content.packedHash();
			if (file.isPresent()) {
				expectation.get().file(file.get());
			}
			if (sha256 != null) {
				expectation.get().content(sha256);
			}
		}
	}

	private Chunk next(Intake intake, Outlet outlet) throws BenchException {
		try {
			return intake.next();
		} catch (IOException e) {
			outlet.check();
			throw unreadable(e);
		}
	}

	private Optional<String> sha256(Intake intake) throws BenchException {
		try {
			return intake.sha256();
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	private void requireRoom(long bytes) throws BenchException {
		if (capacity.isPresent() && bytes > capacity.getAsLong()) {
			throw BenchException.failed(NLS.bind(Messages.Copy_tooLarge, capacity.getAsLong())).where(target).build();
		}
	}

	/** Holds back what is of the first MiB, passes over what an earlier flash has left on the target, and writes the rest. */
	private void put(Chunk chunk, Session session, Outlet outlet) throws BenchException {
		requireRoom(chunk.position() + chunk.length());
		final Range range = chunk.range();
		if (chunk.position() < Intake.HEAD && !medium.staged()) {
			final byte[] data = new byte[chunk.length()];
			chunk.data().get(data);
			chunk.release();
			head.add(new Held(range, data));
			protocol.advance(range.length());
		} else if (isThere(range, session)) {
			chunk.release();
			outlet.pass(range);
		} else {
			outlet.write(chunk);
		}
	}

	private boolean isThere(Range range, Session session) throws BenchException {
		if (!there.mayHave(range)) {
			return false;
		}
		state.touch();
		return there.has(range, session);
	}

	/** A range is on the target, and all before it. */
	private void written(Range range) {
		written += range.length();
		ranges.add(range);
		protocol.advance(range.length());
		protocol.range(range);
	}

	private Sink sink(Session session) {
		return new Sink(session, state, target);
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
		for (final Held held : head) {
			sink(session).write(ByteBuffer.wrap(held.data), held.range.position());
			written += held.data.length;
		}
		sync(session);
		if (verify) {
			verifier(session).verify(head.stream().map(Held::range).toList(), protocol);
		}
		head.forEach(held -> protocol.range(held.range));
	}
}
