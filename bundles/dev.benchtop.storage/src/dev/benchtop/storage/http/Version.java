package dev.benchtop.storage.http;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** By what a file is known to be still the same: entity tag, else modification date, and its length. */
final class Version {

	private Optional<String> etag;
	private Optional<String> modified = Optional.empty();
	private long total = -1;

	Version(Optional<String> etag) {
		this.etag = etag;
	}

	/** How long the whole file is; -1 where no reply has told. */
	long total() {
		return total;
	}

	/** What makes a server send a range of this version only (RFC 9110, section 13.1.5); a weak tag would not do. */
	Optional<String> validator() {
		return etag.isPresent() ? etag.filter(tag -> !isWeak(tag)) : modified;
	}

	/**
	 * Takes what a reply tells.
	 *
	 * @return where in the file its body begins
	 * @throws BackendException where it is another version, or another part than the one at {@code position}
	 */
	long begin(HttpReply reply, long position) throws BackendException {
		final boolean part = reply.status() == 206;
		final var range = reply.range();
		if (part && range.map(HttpReply.ContentRange::start).orElse(-1L) != position) {
			throw new BackendException(Kind.FAILED, NLS.bind(Messages.Version_otherPart, reply.header("Content-Range").orElse(""), position)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		check(reply, part ? range.get().total() : reply.length().orElse(-1));
		return part ? position : 0;
	}

	/** Fails where a reply, which says that the file has {@code newTotal} bytes (or -1), is of another version. */
	void check(HttpReply reply, long newTotal) throws BackendException {
		final var newTag = reply.etag();
		final var newModified = reply.header("Last-Modified"); //$NON-NLS-1$
		if (etag.isPresent() && newTag.isPresent() && !strong(etag.get()).equals(strong(newTag.get()))) {
			throw changed(NLS.bind(Messages.Version_changed, newTag.get(), etag.get()));
		}
		if (etag.isEmpty() && modified.isPresent() && newModified.isPresent() && !modified.equals(newModified)) {
			throw changed(NLS.bind(Messages.Version_changed, newModified.get(), modified.get()));
		}
		if (total >= 0 && newTotal >= 0 && total != newTotal) {
			throw changed(NLS.bind(Messages.Version_changedLength, newTotal, total));
		}
		etag = etag.or(() -> newTag);
		modified = modified.or(() -> newModified);
		total = newTotal >= 0 ? newTotal : total;
	}

	private static BackendException changed(String words) {
		return new BackendException(Kind.CHANGED, words);
	}

	private static boolean isWeak(String tag) {
		return tag.startsWith("W/"); //$NON-NLS-1$
	}

	private static String strong(String tag) {
		return isWeak(tag) ? tag.substring(2) : tag;
	}
}
