package dev.benchtop.core.internal.yaml;

import java.util.ArrayList;
import java.util.List;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the entries of maps and lists begin and end. */
final class EntrySpans {

	/** Where an entry begins, with its dash, and where it ends. */
	record Span(int start, int end) {
	}

	private EntrySpans() {
	}

	static List<Span> of(MappingNode map, TextPlaces places) {
		return map.getValue().stream().map(tuple -> new Span(places.start(tuple.getKeyNode()), places.end(tuple))).toList();
	}

	static List<Span> of(SequenceNode list, TextPlaces places) {
		final List<Span> spans = new ArrayList<>();
		int from = places.start(list);
		for (final var element : list.getValue()) {
			final int start = TextPlaces.isBlock(list) ? dash(places, from, places.column(list)) : places.start(element);
			from = places.end(element);
			spans.add(new Span(start, from));
		}
		return spans;
	}

	/** The next dash of a block list from a place on, past comments. */
	private static int dash(TextPlaces places, int from, int column) {
		int at = from;
		while (places.text().charAt(at) != '-' || at - places.lineStart(at) != column) {
			at++;
		}
		return at;
	}
}
