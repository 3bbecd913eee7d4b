package dev.benchtop.ui.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The folders that were open, to go back to and forward again. */
final class History {

	private static final int MOST = 100;

	private final Deque<Place> back = new ArrayDeque<>();
	private final Deque<Place> forward = new ArrayDeque<>();
	private Optional<Place> current = Optional.empty();

	/** Goes to another folder; what was ahead is forgotten. */
	void go(Place place) {
		if (current.filter(place::equals).isPresent()) {
			return;
		}
		current.ifPresent(back::push);
		if (back.size() > MOST) {
			back.removeLast();
		}
		forward.clear();
		current = Optional.of(place);
	}

	Optional<Place> current() {
		return current;
	}

	boolean canGoBack() {
		return !back.isEmpty();
	}

	boolean canGoForward() {
		return !forward.isEmpty();
	}

	Place back() {
		current.ifPresent(forward::push);
		current = Optional.of(back.pop());
		return current.get();
	}

	Place forward() {
		current.ifPresent(back::push);
		current = Optional.of(forward.pop());
		return current.get();
	}
}
