package dev.benchtop.image.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.BlockTarget.Session;

/** Reads a target back and compares it with the sums of what was written. */
final class Verifier {

	private final Session session;
	private final Source source;
	private final String target;
	private final CancelToken token;

	Verifier(Session session, Source source, String target, CancelToken token) {
		this.session = session;
		this.source = source;
		this.target = target;
		this.token = token;
	}

	void verify(List<Range> ranges, Protocol protocol) throws BenchException {
		final ByteBuffer memory = Buffers.allocate(Intake.CHUNK);
		for (final Range range : ranges) {
			token.check();
			final var found = memory.slice(0, range.length());
			read(range, found);
			if (!Range.of(range.position(), found.flip()).equals(range)) {
				throw explain(range, found);
			}
			protocol.advance(range.length());
		}
	}

	private void read(Range range, ByteBuffer into) throws BenchException {
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

	/** Unpacks the source once more up to the range, and names the first byte that differs. */
	private BenchException explain(Range range, ByteBuffer found) throws BenchException {
		final byte[] wanted = new byte[range.length()];
		try (var content = source.open(); var _ = token.onCancel(() -> Background.close(content))) {
			if (!advance(content, range.position())) {
				return changed();
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
		return changed();
	}

	/** Comes to a place by reading what lies before it; false where the content has no such place any more. */
	private boolean advance(Source.Content content, long to) throws IOException, BenchException {
		final byte[] skipped = new byte[Intake.HEAD];
		long at = content.next(0);
		while (at < to) {
			token.check();
			final var room = ByteBuffer.wrap(skipped, 0, (int) Math.min(skipped.length, to - at));
			content.fill(room);
			final long next = content.next(at + room.position());
			if (next == at) {
				return false;
			}
			at = next;
		}
		return at == to;
	}

	private BenchException changed() {
		return BenchException.failed(Messages.Copy_changed).where(source.label()).next(Messages.Copy_changedNext).build();
	}
}
