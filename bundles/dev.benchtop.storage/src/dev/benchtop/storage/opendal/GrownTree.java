package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.Entry;

/** Names each folder once, also those that are there only because something lies below them, and never the one that is listed. */
final class GrownTree implements Sink {

	private final String folder;
	private final boolean recursive;
	private final Sink sink;
	private final Set<String> folders = new HashSet<>();

	GrownTree(String folder, boolean recursive, Sink sink) {
		this.folder = folder;
		this.recursive = recursive;
		this.sink = sink;
	}

	@Override
	public void accept(Entry entry) throws IOException {
		if (entry.key().length() <= folder.length()) {
			return;
		}
		if (recursive) {
			grow(Keys.parent(entry.key()));
		}
		if (!entry.folder() || folders.add(entry.key())) {
			sink.accept(entry);
		}
	}

	private void grow(String key) throws IOException {
		if (key.length() > folder.length() && !folders.contains(key)) {
			grow(Keys.parent(key));
			folders.add(key);
			sink.accept(Entry.folder(key));
		}
	}
}
