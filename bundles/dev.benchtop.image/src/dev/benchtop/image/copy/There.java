package dev.benchtop.image.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.benchtop.core.flash.BlockTarget.Session;
import dev.benchtop.core.flash.KnownRange;

/** What an earlier flash has left on a target, by its journal; nothing of it is believed before it was read back. */
final class There {

	private final Map<Long, Range> ranges = new HashMap<>();
	private ByteBuffer memory;

	There(List<KnownRange> known) {
		known.forEach(range -> ranges.put(range.position(), new Range(range.position(), range.length(), range.sum())));
	}

	/** Whether the journal says that the target has it. */
	boolean mayHave(Range range) {
		return range.equals(ranges.get(range.position()));
	}

	/** Whether the target has it. The first that it has not is the last that is looked for. */
	boolean has(Range range, Session session) {
		if (memory == null) {
			memory = Buffers.allocate(Intake.CHUNK);
		}
		final ByteBuffer found = memory.slice(0, range.length());
		try {
			final boolean whole = session.read(found, range.position()) == range.length();
			if (whole && Range.of(range.position(), found.flip()).equals(range)) {
				return true;
			}
		} catch (IOException e) {
			System.getLogger(There.class.getName()).log(System.Logger.Level.DEBUG, "what cannot be read back is written again", e); //$NON-NLS-1$
		}
		ranges.clear();
		return false;
	}
}
