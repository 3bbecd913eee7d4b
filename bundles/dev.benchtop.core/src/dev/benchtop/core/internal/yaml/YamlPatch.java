package dev.benchtop.core.internal.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML text that is changed at single places; everything else of it stays as it is, to the last byte. */
public final class YamlPatch {

	/** The text cannot be changed at that place. */
	public static final class RefusedException extends Exception {
		private static final long serialVersionUID = 1L;

		RefusedException(String message) {
			super(message);
		}
	}

	private final ValueWriter writer;
	private final String eol;
	private TextPlaces places;
	private Node root;

	/** Takes a text; what is not YAML cannot be patched. */
	public YamlPatch(String text) throws Yaml.SyntaxException {
		eol = text.contains("\r\n") ? "\r\n" : "\n"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		take(text);
		writer = new ValueWriter(eol, get(List.of("apiVersion")).filter(version -> version.toString().startsWith("benchtop.dev/")).isPresent()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void take(String text) throws Yaml.SyntaxException {
		root = Yaml.compose(text).orElse(null);
		places = new TextPlaces(text);
	}

	public String text() {
		return places.text();
	}

	/** The value at a path: texts as they are written, lists and maps of such. */
	public Optional<Object> get(List<String> path) {
		return node(path).filter(node -> !Yaml.isNull(node)).map(node -> ValueWriter.normal(node));
	}

	private Optional<Node> node(List<String> path) {
		Optional<Node> node = Optional.ofNullable(root);
		for (final String key : path) {
			node = node.flatMap(parent -> child(parent, key));
		}
		return node;
	}

	private static Optional<Node> child(Node parent, String key) {
		return switch (parent) {
			case MappingNode map -> tuple(map, key).map(NodeTuple::getValueNode);
			case SequenceNode list -> index(list, key).filter(index -> index < list.getValue().size()).map(list.getValue()::get);
			default -> Optional.empty();
		};
	}

	private static Optional<NodeTuple> tuple(MappingNode map, String key) {
		return map.getValue().stream().filter(tuple -> ValueWriter.key(tuple.getKeyNode()).equals(key)).findFirst();
	}

	private static Optional<Integer> index(SequenceNode list, String key) {
		return key.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(key)).filter(index -> index <= list.getValue().size()) : Optional.empty(); //$NON-NLS-1$
	}

	/** Puts a value at a path; what it holds already stays untouched. Nothing is changed where it is refused. */
	public void set(List<String> path, Object value) throws RefusedException {
		final String before = text();
		final var expected = ValueWriter.normal(value);
		try {
			put(path, value);
			if (!expected.equals(node(path).map(node -> ValueWriter.normal(node)).orElse(null))) {
				throw new RefusedException(Messages.cannotPatch);
			}
		} catch (Yaml.SyntaxException | RefusedException e) {
			restore(before);
			throw new RefusedException(e instanceof RefusedException ? e.getMessage() : Messages.cannotPatch);
		}
	}

	/** Takes a key or element out. */
	public void remove(List<String> path) throws RefusedException {
		final String before = text();
		try {
			cut(path);
		} catch (Yaml.SyntaxException e) {
			restore(before);
			throw new RefusedException(Messages.cannotPatch);
		}
	}

	private void restore(String before) {
		try {
			take(before);
		} catch (Yaml.SyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private void put(List<String> path, Object value) throws Yaml.SyntaxException, RefusedException {
		final var there = node(path);
		if (there.isEmpty() || Yaml.isNull(there.get())) {
			insert(path, value);
		} else if (ValueWriter.normal(there.get()).equals(ValueWriter.normal(value))) {
			return;
		} else if (there.get() instanceof MappingNode map && value instanceof Map<?, ?> wanted && !wanted.isEmpty()) {
			merge(path, keys(map), wanted);
		} else if (there.get() instanceof SequenceNode list && value instanceof List<?> wanted && !wanted.isEmpty()) {
			merge(path, list.getValue().size(), wanted);
		} else {
			replace(path, there.get(), value);
		}
	}

	private static List<String> keys(MappingNode map) {
		return map.getValue().stream().map(tuple -> ValueWriter.key(tuple.getKeyNode())).toList();
	}

	private void merge(List<String> path, List<String> there, Map<?, ?> wanted) throws Yaml.SyntaxException, RefusedException {
		for (final var entry : wanted.entrySet()) {
			put(with(path, entry.getKey().toString()), entry.getValue());
		}
		for (final String key : there) {
			if (!wanted.containsKey(key)) {
				cut(with(path, key));
			}
		}
	}

	private void merge(List<String> path, int there, List<?> wanted) throws Yaml.SyntaxException, RefusedException {
		for (int i = 0; i < wanted.size(); i++) {
			put(with(path, Integer.toString(i)), wanted.get(i));
		}
		for (int i = there - 1; i >= wanted.size(); i--) {
			cut(with(path, Integer.toString(i)));
		}
	}

	private static List<String> with(List<String> path, String key) {
		final var longer = new ArrayList<>(path);
		longer.add(key);
		return longer;
	}

	/** Writes a value where there is none: at the deepest map or list of the path that is there. */
	private void insert(List<String> path, Object value) throws Yaml.SyntaxException, RefusedException {
		int depth = path.size() - 1;
		while (depth > 0 && node(path.subList(0, depth)).filter(node -> !Yaml.isNull(node)).isEmpty()) {
			depth--;
		}
		final var parentPath = path.subList(0, depth);
		final String key = path.get(depth);
		final Object wrapped = wrap(path.subList(depth + 1, path.size()), value);
		final var parent = node(parentPath).orElse(null);
		refuseAliases(parentPath);
		switch (parent) {
			case null -> edit(text().length(), text().length(), (text().isEmpty() || text().endsWith("\n") ? "" : eol) + writer.entry(key, wrapped, 0) + eol); //$NON-NLS-1$ //$NON-NLS-2$
			case MappingNode map when tuple(map, key).isPresent() -> replaceNull(map, tuple(map, key).get(), wrapped);
			case MappingNode map when TextPlaces.isBlock(map) -> insertLines(places.end(map), places.column(map), writer.entry(key, wrapped, places.column(map)));
			case MappingNode map -> insertFlow(map, map.getValue().isEmpty() ? -1 : places.end(map.getValue().getLast()), writer.flow(Map.of(key, wrapped), null));
			case SequenceNode list when index(list, key).filter(index -> index == list.getValue().size()).isEmpty() -> throw new RefusedException(Messages.cannotPatch);
			case SequenceNode list when TextPlaces.isBlock(list) -> insertLines(places.end(list), places.column(list),
					writer.element(wrapped, places.column(list)).substring(places.column(list)));
			case SequenceNode list -> insertFlow(list, list.getValue().isEmpty() ? -1 : places.end(list.getValue().getLast()), '[' + writer.flow(wrapped, null) + ']');
			default -> throw new RefusedException(Messages.cannotPatch);
		}
	}

	private static Object wrap(List<String> keys, Object value) {
		return keys.isEmpty() ? value : new LinkedHashMap<>(Map.of(keys.getFirst(), wrap(keys.subList(1, keys.size()), value)));
	}

	private void insertLines(int after, int indent, String lines) throws Yaml.SyntaxException {
		final int at = places.nextLine(after);
		final String indented = " ".repeat(indent) + lines; //$NON-NLS-1$
		edit(at, at, text().substring(0, at).endsWith("\n") ? indented + eol : eol + indented); //$NON-NLS-1$
	}

	/** Puts one more entry into braces or brackets; {@code written} is a whole collection of just that entry. */
	private void insertFlow(Node collection, int afterLast, String written) throws Yaml.SyntaxException {
		final String entry = written.substring(1, written.length() - 1);
		if (afterLast < 0) {
			final int open = text().indexOf(written.charAt(0), places.start(collection));
			edit(open + 1, open + 1, entry);
		} else if (text().startsWith(",", afterLast)) { //$NON-NLS-1$
			edit(afterLast + 1, afterLast + 1, ' ' + entry);
		} else {
			edit(afterLast, afterLast, ", " + entry); //$NON-NLS-1$
		}
	}

	/** Gives a key that has no value one. */
	private void replaceNull(MappingNode map, NodeTuple tuple, Object value) throws Yaml.SyntaxException, RefusedException {
		final int keyEnd = places.end(tuple.getKeyNode());
		final int colon = text().indexOf(':', keyEnd);
		final int from = colon >= 0 && text().substring(keyEnd, colon).isBlank() ? colon + 1 : keyEnd;
		final int to = Math.max(from, places.end(tuple));
		final String prefix = from == keyEnd ? ":" : ""; //$NON-NLS-1$ //$NON-NLS-2$
		edit(from, to, prefix + (TextPlaces.isBlock(map) ? block(value, places.column(map), to) : ' ' + writer.flow(value, null)));
	}

	/** A value in a block that ends at a place, behind which a comment may stand. */
	private String block(Object value, int indent, int end) {
		return text().substring(end, places.lineEnd(end)).isBlank() ? writer.block(value, indent, null) : writer.inLine(value, indent);
	}

	private void replace(List<String> path, Node old, Object value) throws Yaml.SyntaxException, RefusedException {
		refuseAliases(path);
		if (path.isEmpty() || old.getAnchor().isPresent()) {
			throw new RefusedException(Messages.cannotPatch);
		}
		final var parent = node(path.subList(0, path.size() - 1)).orElseThrow();
		final boolean isCollection = value instanceof Map || value instanceof List;
		if (!TextPlaces.isBlock(parent)) {
			edit(places.start(old), places.end(old), writer.flow(value, old instanceof ScalarNode scalar ? scalar : null));
		} else if (old instanceof ScalarNode scalar && !isCollection && !TextPlaces.isLiteral(old)) {
			edit(places.start(old), places.end(old), ScalarWriter.isLines(value) ? block(value, places.column(parent), places.end(old)).substring(1)
					: writer.block(value, places.column(parent), scalar).substring(1));
		} else if (isCollection && !TextPlaces.isBlock(old) && !(old instanceof ScalarNode)) {
			edit(places.start(old), places.end(old), writer.flow(value, null));
		} else {
			edit(afterIntroduction(parent, path.getLast(), old), places.end(old), block(value, places.column(parent), places.end(old)));
		}
	}

	/** The place behind the colon of a key or the dash of an element. */
	private int afterIntroduction(Node parent, String key, Node old) {
		if (parent instanceof MappingNode map) {
			return text().indexOf(':', places.end(tuple(map, key).orElseThrow().getKeyNode())) + 1;
		}
		return text().lastIndexOf('-', places.start(old) - 1) + 1;
	}

	private void refuseAliases(List<String> path) throws RefusedException {
		for (int i = 0; i < path.size(); i++) {
			if (node(path.subList(0, i)).orElse(null) instanceof MappingNode map && tuple(map, path.get(i)).filter(places::isAlias).isPresent()) {
				throw new RefusedException(Messages.cannotPatchAlias);
			}
		}
	}

	private void cut(List<String> path) throws Yaml.SyntaxException, RefusedException {
		if (node(path).isEmpty()) {
			return;
		}
		final var parentPath = path.subList(0, path.size() - 1);
		refuseAliases(parentPath);
		switch (node(parentPath).orElseThrow()) {
			case MappingNode map -> cut(parentPath, map, map.getValue().indexOf(tuple(map, path.getLast()).orElseThrow()), EntrySpans.of(map, places));
			case SequenceNode list -> cut(parentPath, list, Integer.parseInt(path.getLast()), EntrySpans.of(list, places));
			default -> throw new RefusedException(Messages.cannotPatch);
		}
	}

	private void cut(List<String> parentPath, Node parent, int index, List<EntrySpans.Span> spans) throws Yaml.SyntaxException, RefusedException {
		final var span = spans.get(index);
		final boolean last = index == spans.size() - 1;
		if (spans.size() == 1) {
			empty(parentPath, parent, span);
		} else if (!TextPlaces.isBlock(parent)) {
			edit(last ? spans.get(index - 1).end() : span.start(), last ? span.end() : spans.get(index + 1).start(), ""); //$NON-NLS-1$
		} else if (places.isFirstInLine(span.start())) {
			cutLines(span, last);
		} else {
			edit(span.start(), spans.get(index + 1).start(), ""); //$NON-NLS-1$
		}
	}

	private void cutLines(EntrySpans.Span span, boolean last) throws Yaml.SyntaxException {
		final int from = places.lineStart(span.start());
		final int to = places.nextLine(span.end());
		final boolean textEnds = last && to == text().length() && !text().endsWith("\n"); //$NON-NLS-1$
		edit(textEnds ? places.lineEnd(from - 1) : from, to, ""); //$NON-NLS-1$
	}

	/** Takes out the only entry, which leaves empty braces or brackets. */
	private void empty(List<String> path, Node node, EntrySpans.Span span) throws Yaml.SyntaxException, RefusedException {
		if (!TextPlaces.isBlock(node)) {
			edit(span.start(), span.end(), ""); //$NON-NLS-1$
			return;
		}
		final String empty = node instanceof MappingNode ? "{}" : "[]"; //$NON-NLS-1$ //$NON-NLS-2$
		if (path.isEmpty()) {
			edit(span.start(), span.end(), empty);
			return;
		}
		final var parent = node(path.subList(0, path.size() - 1)).orElseThrow();
		final int from = afterIntroduction(parent, path.getLast(), node);
		final boolean comment = text().substring(from, places.start(node)).contains("#"); //$NON-NLS-1$
		edit(comment ? places.start(node) : from, span.end(), comment ? empty : ' ' + empty);
	}

	private void edit(int from, int to, String replacement) throws Yaml.SyntaxException {
		take(text().substring(0, from) + replacement + text().substring(to));
	}
}
