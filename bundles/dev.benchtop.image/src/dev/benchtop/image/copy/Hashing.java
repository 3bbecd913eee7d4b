package dev.benchtop.image.copy;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.image.BlockMap.Range;

/** Takes the sums of a content as it comes, and holds those of its parts against the map. */
final class Hashing {

	private static final byte[] ZEROS = new byte[1 << 20];

	private final Mapping mapping;
	private final boolean whole;
	private final MessageDigest all = Sha256.begin();
	private boolean complete;
	private long end;
	/** Null outside of a range that has a sum. */
	private Range range;
	private MessageDigest ofRange;

	/**
	 * @param hashed whether the hash of the whole content is wanted
	 * @param whole whether what the content says nothing of is hashed as zeros
	 */
	Hashing(Mapping mapping, boolean hashed, boolean whole) {
		this.mapping = mapping.again();
		this.complete = hashed;
		this.whole = whole;
	}

	void add(Chunk chunk) throws IOException {
		skip(chunk.position());
		if (complete) {
			all.update(chunk.data());
		}
		end = chunk.position() + chunk.length();
		if (range == null && chunk.mapped()) {
			range = mapping.summed(chunk.position());
			ofRange = range == null ? null : digest(mapping.map().algorithm());
		}
		if (range != null) {
			ofRange.update(chunk.data());
			if (end >= range.end()) {
				finishRange();
			}
		}
	}

	private static MessageDigest digest(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private void finishRange() throws IOException {
		final String found = HexFormat.of().formatHex(ofRange.digest());
		if (!found.equals(range.sum().orElseThrow())) {
			throw new IOException(NLS.bind(Messages.Map_sum, new Object[] { range.position(), range.end() - 1, mapping.map().name(), range.line(),
					range.sum().orElseThrow(), found }));
		}
		range = null;
	}

	/** Steps over what was not read. */
	private void skip(long to) {
		if (to > end && !whole) {
			complete = false;
		}
		for (long left = complete ? to - end : 0; left > 0; left -= ZEROS.length) {
			all.update(ZEROS, 0, (int) Math.min(left, ZEROS.length));
		}
	}

	/** The SHA-256 of the whole content, {@code length} bytes long, in hex; empty where not all of it came or it is not wanted. */
	Optional<String> finish(long length) {
		skip(length);
		return complete ? Optional.of(Sha256.finish(all)) : Optional.empty();
	}
}
