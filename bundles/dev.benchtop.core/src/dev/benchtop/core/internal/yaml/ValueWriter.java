package dev.benchtop.core.internal.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import dev.benchtop.core.Secret;
import dev.benchtop.core.internal.config.Scalars;

/** Writes texts, numbers, lists and maps as YAML, in one line or in lines of their own. */
public final class ValueWriter {

	private static final int STEP = 2;

	private final String eol;
	private final ScalarWriter scalars;

	/** A writer of lines with such ends; {@code plainNumbers} where the reader knows by the key what is a number. */
	public ValueWriter(String eol, boolean plainNumbers) {
		this.eol = eol;
		this.scalars = new ScalarWriter(plainNumbers);
	}

	/** A value as an editor gives it back: texts as they are written, lists and maps of such. */
	static Object normal(Object value) {
		return switch (value) {
			case Map<?, ?> map -> {
				final Map<String, Object> normal = new LinkedHashMap<>();
				map.forEach((key, element) -> normal.put(key.toString(), normal(element)));
				yield normal;
			}
			case List<?> list -> list.stream().map(ValueWriter::normal).toList();
			case Secret _ -> throw new IllegalArgumentException(value.toString());
			default -> Scalars.format(value);
		};
	}

	/** The value of a node in the same form; what says that there is no value is an empty text. */
	static Object normal(Node node) {
		return switch (node) {
			case MappingNode map -> {
				final Map<String, Object> normal = new LinkedHashMap<>();
				map.getValue().forEach(tuple -> normal.put(key(tuple.getKeyNode()), normal(tuple.getValueNode())));
				yield normal;
			}
			case SequenceNode list -> list.getValue().stream().map(ValueWriter::normal).toList();
			case ScalarNode scalar -> Yaml.isNull(scalar) ? "" : scalar.getValue(); //$NON-NLS-1$
			default -> throw new IllegalArgumentException(node.getNodeType().toString());
		};
	}

	static String key(Node node) {
		return node instanceof ScalarNode scalar ? scalar.getValue() : node.toString();
	}

	/** A value on one line. */
	String flow(Object value, ScalarNode old) {
		return switch (value) {
			case Map<?, ?> map -> map.entrySet().stream().map(entry -> flow(entry.getKey().toString(), null) + ": " + flow(entry.getValue(), null)) //$NON-NLS-1$
					.collect(Collectors.joining(", ", "{", "}")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			case List<?> list -> list.stream().map(element -> flow(element, null)).collect(Collectors.joining(", ", "[", "]")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			default -> scalar(value, true, old);
		};
	}

	/** A value as it follows a key's colon or a dash, with the space or line end before it; {@code indent} is that of the key. */
	String block(Object value, int indent, ScalarNode old) {
		return switch (value) {
			case Map<?, ?> map when !map.isEmpty() -> eol + entries(map, indent + STEP);
			case List<?> list when list.stream().anyMatch(element -> element instanceof Map || element instanceof List || isLong(element)) ->
				list.stream().map(element -> eol + element(element, indent + STEP)).collect(Collectors.joining());
			case String text when ScalarWriter.literal(text, indent + STEP, eol) != null -> ' ' + ScalarWriter.literal(text, indent + STEP, eol);
			case Map<?, ?> _, List<?> _ -> ' ' + flow(value, null);
			default -> ' ' + scalar(value, false, old);
		};
	}

	/** As {@link #block}, where something else follows in the line. */
	String inLine(Object value, int indent) {
		return ScalarWriter.isLines(value) ? ' ' + scalar(value, false, null) : block(value, indent, null);
	}

	private static boolean isLong(Object element) {
		return element.toString().length() > 40 || element.toString().contains("\n"); //$NON-NLS-1$
	}

	/** The lines of a map, each indented, without a line end after the last. */
	public String entries(Map<?, ?> map, int indent) {
		return map.entrySet().stream().map(entry -> " ".repeat(indent) + entry(entry.getKey().toString(), entry.getValue(), indent)) //$NON-NLS-1$
				.collect(Collectors.joining(eol));
	}

	String entry(String key, Object value, int indent) {
		return scalar(key, false, null) + ':' + block(value, indent, null);
	}

	/** An element of a list with its dash, indented. */
	String element(Object value, int indent) {
		final String dash = " ".repeat(indent) + '-'; //$NON-NLS-1$
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			return dash + ' ' + entries(map, indent + STEP).substring(indent + STEP);
		}
		return dash + (value instanceof List<?> ? ' ' + flow(value, null) : block(value, indent, null));
	}

	private String scalar(Object value, boolean flow, ScalarNode old) {
		return value instanceof Number || value instanceof Boolean ? Scalars.format(value) : scalars.text(Scalars.format(value), flow, old);
	}
}
