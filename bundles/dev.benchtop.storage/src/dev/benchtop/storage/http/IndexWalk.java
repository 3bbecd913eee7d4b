package dev.benchtop.storage.http;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.Entry;

/**
 * All pages below a folder, deepest first, so that a server whose links go round in circles (a symbolic link to a folder above) is found out
 * after a few pages.
 */
final class IndexWalk {

	private static final int DEEPEST = 64;

	/** Names what lies in one folder. */
	@FunctionalInterface
	interface Lister {
		void list(String key, Sink sink) throws IOException;
	}

	private final Lister lister;
	private final Sink sink;

	IndexWalk(Lister lister, Sink sink) {
		this.lister = lister;
		this.sink = sink;
	}

	void walk(String key) throws IOException {
		final Deque<String> folders = new ArrayDeque<>();
		folders.push(key);
		while (!folders.isEmpty()) {
			final String next = folders.pop();
			if (next.chars().filter(c -> c == '/').count() >= DEEPEST) {
				throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.IndexWalk_tooDeep, '/' + next, DEEPEST));
			}
			lister.list(next, entry -> {
				push(folders, entry);
				sink.accept(entry);
			});
		}
	}

	private static void push(Deque<String> folders, Entry entry) {
		if (entry.folder()) {
			folders.push(entry.key());
		}
	}
}
