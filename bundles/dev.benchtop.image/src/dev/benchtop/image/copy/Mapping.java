package dev.benchtop.image.copy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.image.BlockMap;
import dev.benchtop.image.BlockMap.Range;

/** What of a content is mapped, asked for places in rising order by one thread; all of it where there is no map. */
final class Mapping {

	private final BlockMap map;
	private final List<Range> ranges;
	private int next;

	Mapping(Optional<BlockMap> map) {
		this.map = map.orElse(null);
		this.ranges = map.map(BlockMap::ranges).orElse(List.of());
	}

	/** Whether what lies at a place has to be written. */
	boolean isMapped(long position) {
		return map == null || find(position) instanceof Range range && range.position() <= position;
	}

	/** Where the next place begins of which {@link #isMapped} says the other; the end of the content is one. */
	long border(long position) {
		if (map == null) {
			return Long.MAX_VALUE;
		}
		final Range range = find(position);
		if (range == null) {
			return position < map.size() ? map.size() : Long.MAX_VALUE;
		}
		return range.position() <= position ? range.end() : range.position();
	}

	/** The range that holds a place, or the next behind it; null behind the last. */
	private Range find(long position) {
		while (next < ranges.size() && ranges.get(next).end() <= position) {
			next++;
		}
		return next < ranges.size() ? ranges.get(next) : null;
	}

	/** Another pass over the same map. */
	Mapping again() {
		return new Mapping(Optional.ofNullable(map));
	}

	/** The range that begins at a place with a sum; null where none does. */
	Range summed(long position) {
		final Range range = map == null ? null : find(position);
		return range != null && range.position() == position && range.sum().isPresent() ? range : null;
	}

	/** The map itself; null where there is none. */
	BlockMap map() {
		return map;
	}

	void requireLength(long length) throws IOException {
		if (map != null && map.size() != length) {
			throw new IOException(NLS.bind(Messages.Map_size, new Object[] { map.name(), map.size(), length }));
		}
	}
}
