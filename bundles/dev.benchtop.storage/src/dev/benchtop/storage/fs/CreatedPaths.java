package dev.benchtop.storage.fs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The keys that were made through a file system. */
final class CreatedPaths {

	private final NavigableSet<String> keys = new ConcurrentSkipListSet<>();

	void add(Collection<String> made) {
		keys.addAll(made);
	}

	boolean contains(String key) {
		return keys.contains(key);
	}

	/** Forgets what was deleted, and all below it. */
	void remove(String key) {
		keys.removeAll(with(key));
	}

	/** Forgets one, and nothing below it. */
	void forget(String key) {
		keys.remove(key);
	}

	/** Says that something that was made, and all below it that was made, is at another place now. */
	void move(String from, String to) {
		for (final String key : with(from)) {
			keys.remove(key);
			keys.add(to + key.substring(from.length()));
		}
	}

	/** Sorted. */
	Set<String> all() {
		return new TreeSet<>(keys);
	}

	/** What is in a folder before the folder itself. */
	List<String> deepestFirst() {
		return new ArrayList<>(keys.descendingSet());
	}

	private List<String> with(String key) {
		final List<String> found = new ArrayList<>(keys.subSet(key + '/', key + '0'));
		if (keys.contains(key)) {
			found.add(key);
		}
		return found;
	}
}
