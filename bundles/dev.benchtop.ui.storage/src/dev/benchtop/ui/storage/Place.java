package dev.benchtop.ui.storage;

import java.util.Optional;

/**
 * A file or folder by its name, which stays good when its storage is made anew.
 *
 * @param store the storage as it is addressed: {@code images}, {@code board/node}; empty for this computer
 * @param path absolute, with {@code /} between the names and none at the end but for the root
 */
record Place(String store, String path) {

	static final String ROOT = "/"; //$NON-NLS-1$

	Place {
		path = path.length() > 1 && path.endsWith(ROOT) ? path.substring(0, path.length() - 1) : path;
		path = path.startsWith(ROOT) ? path : ROOT + path;
	}

	static Place root(String store) {
		return new Place(store, ROOT);
	}

	static Place local(String path) {
		return new Place("", path); //$NON-NLS-1$
	}

	/** The place of a text that {@link #text} made. */
	static Place parse(String text) {
		final int colon = text.indexOf(':');
		return text.startsWith(ROOT) || colon < 0 ? local(text) : new Place(text.substring(0, colon), text.substring(colon + 1));
	}

	boolean isLocal() {
		return store.isEmpty();
	}

	boolean isRoot() {
		return path.equals(ROOT);
	}

	/** Its last name; of a root the storage's. */
	String name() {
		return isRoot() && !isLocal() ? store : isRoot() ? ROOT : path.substring(path.lastIndexOf('/') + 1);
	}

	Optional<Place> parent() {
		return isRoot() ? Optional.empty() : Optional.of(new Place(store, path.substring(0, Math.max(1, path.lastIndexOf('/')))));
	}

	Place child(String name) {
		return new Place(store, isRoot() ? ROOT + name : path + '/' + name);
	}

	/** Whether it is this one or lies below it. */
	boolean isWithin(Place other) {
		return store.equals(other.store) && (path.equals(other.path) || other.isRoot() || path.startsWith(other.path + '/'));
	}

	/** As a user writes it. */
	String text() {
		return isLocal() ? path : store + ':' + path;
	}

	@Override
	public String toString() {
		return text();
	}
}
