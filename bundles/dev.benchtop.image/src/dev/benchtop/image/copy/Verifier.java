package dev.benchtop.image.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.BlockTarget.Session;

/** Reads a target back and compares it with the hashes of what was written; one range is read while those before are hashed. */
final class Verifier {

	private static final int AHEAD = 3;

	private final Session session;
	private final Source source;
	private final String target;
	private final CancelToken token;

	private record Pending(Range range, ByteBuffer data, CompletableFuture<String> hash) {
	}

	Verifier(Session session, Source source, String target, CancelToken token) {
		this.session = session;
		this.source = source;
		this.target = target;
		this.token = token;
	}

	void verify(List<Range> ranges, Protocol protocol) throws BenchException {
		final Deque<ByteBuffer> free = new ArrayDeque<>();
		final Deque<Pending> pending = new ArrayDeque<>();
		for (final Range range : ranges) {
			token.check();
			if (pending.size() == AHEAD) {
				free.add(check(pending.poll(), protocol));
			}
			final ByteBuffer data = free.isEmpty() ? Buffers.allocate(Intake.CHUNK) : free.poll();
			read(range, data);
			pending.add(new Pending(range, data, hash(data, range.length())));
		}
		while (!pending.isEmpty()) {
			check(pending.poll(), protocol);
		}
	}

	private static CompletableFuture<String> hash(ByteBuffer data, int length) {
		final var hash = new CompletableFuture<String>();
		Thread.ofPlatform().daemon().name("image-hash-read-back").start(() -> { //$NON-NLS-1$
			final MessageDigest digest = Sha256.begin();
			digest.update(data.slice(0, length));
			hash.complete(Sha256.finish(digest));
		});
		return hash;
	}

	private void read(Range range, ByteBuffer data) throws BenchException {
		final var into = data.slice(0, range.length());
		try {
			while (into.hasRemaining()) {
				final long position = range.position() + into.position();
				if (session.read(into, position) < 0) {
					throw BenchException.failed(NLS.bind(Messages.Verify_short, position)).where(target)
							.why(NLS.bind(Messages.Verify_shortWhy, range.position() + range.length())).next(Messages.Verify_differsNext).build();
				}
			}
		} catch (IOException e) {
			token.check();
			throw BenchException.failed(NLS.bind(Messages.Verify_read, range.position() + into.position())).where(target).why(e).build();
		}
	}

	private ByteBuffer check(Pending pending, Protocol protocol) throws BenchException {
		final Range range = pending.range;
		try {
			if (!pending.hash.join().equals(range.sha256())) {
				throw explain(range, pending.data);
			}
		} catch (CompletionException e) {
			throw BenchException.failed(Messages.Copy_failed).where(target).why(e.getCause()).build();
		}
		protocol.advance(range.length());
		return pending.data;
	}

	/** Unpacks the source once more up to the range, and names the first byte that differs. */
	private BenchException explain(Range range, ByteBuffer found) throws BenchException {
		final byte[] wanted = new byte[range.length()];
		try (var content = source.open(); var _ = token.onCancel(() -> Background.close(content))) {
			final byte[] skipped = new byte[Intake.HEAD];
			for (long left = range.position(); left > 0;) {
				token.check();
				final int size = (int) Math.min(skipped.length, left);
				content.fill(ByteBuffer.wrap(skipped, 0, size));
				left -= size;
			}
			content.fill(ByteBuffer.wrap(wanted));
		} catch (IOException e) {
			token.check();
			return BenchException.failed(NLS.bind(Messages.Verify_differs, range.position())).where(target).why(e).build();
		}
		for (int i = 0; i < wanted.length; i++) {
			if (wanted[i] != found.get(i)) {
				final var hex = HexFormat.of();
				return BenchException.failed(NLS.bind(Messages.Verify_differs, range.position() + i)).where(target)
						.why(NLS.bind(Messages.Verify_differsWhy, hex.toHexDigits(found.get(i)), hex.toHexDigits(wanted[i]))).next(Messages.Verify_differsNext)
						.build();
			}
		}
		return BenchException.failed(Messages.Copy_changed).where(source.label()).next(Messages.Copy_changedNext).build();
	}
}
