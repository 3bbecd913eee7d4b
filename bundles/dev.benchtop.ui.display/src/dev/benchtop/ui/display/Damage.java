package dev.benchtop.ui.display;

import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.rfb.Rect;

/** Parts of a screen that are to be painted: few, and with little between them that is not. Any thread. */
final class Damage {

	private static final int MOST = 12;
	/** Parts are joined where that adds at most a quarter. */
	private static final double WASTE = 1.25;

	private List<Rect> parts = new ArrayList<>();

	synchronized void add(Rect part) {
		Rect joined = part;
		for (int i = 0; i < parts.size(); i++) {
			final Rect other = parts.get(i);
			final Rect union = other.union(joined);
			if (union.area() <= (other.area() + joined.area()) * WASTE) {
				joined = union;
				parts.remove(i);
				i = -1;
			}
		}
		parts.add(joined);
		if (parts.size() > MOST) {
			final Rect all = parts.stream().reduce(Rect::union).orElseThrow();
			parts.clear();
			parts.add(all);
		}
		notifyAll();
	}

	/** Another screen took the place of that of which parts were told. */
	synchronized void clear() {
		parts.clear();
	}

	/** Waits until there is something, and takes it. */
	synchronized List<Rect> take() throws InterruptedException {
		while (parts.isEmpty()) {
			wait();
		}
		final var taken = parts;
		parts = new ArrayList<>();
		return taken;
	}
}
