package dev.benchtop.core.internal.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A map of a bench file with its place; keys that are there twice or are no texts are found when it is made. */
public final class YamlMap {

	/** One key; {@code path} is dotted from the top of the file. */
	public record Entry(String key, String path, int line, Node value) {
	}

	private static final String MERGE = "<<"; //$NON-NLS-1$

	private final String path;
	private final int line;
	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private YamlMap(String path, int line) {
		this.path = path;
		this.line = line;
	}

	/** The map that a node is; a finding, and empty, where it is none. What says that there is no value is an empty map. */
	public static Optional<YamlMap> of(Node node, String path, Findings findings) {
		if (node instanceof MappingNode mapping) {
			final var map = new YamlMap(path, Yaml.line(node));
			map.fill(mapping, findings);
			return Optional.of(map);
		}
		if (Yaml.isNull(node)) {
			return Optional.of(new YamlMap(path, Yaml.line(node)));
		}
		findings.error(Yaml.line(node), path, NLS.bind(Messages.expectedMap, Yaml.describe(node)));
		return Optional.empty();
	}

	/** A map without keys, for a key that is not there. */
	public static YamlMap empty(String path, int line) {
		return new YamlMap(path, line);
	}

	private void fill(MappingNode mapping, Findings findings) {
		for (final var tuple : mapping.getValue()) {
			final int at = Yaml.line(tuple.getKeyNode());
			if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
				findings.error(at, path, NLS.bind(Messages.expectedKey, Yaml.describe(tuple.getKeyNode())));
			} else if (key.isPlain() && key.getValue().equals(MERGE)) {
				merge(tuple.getValueNode(), findings);
			} else {
				put(key.getValue(), at, tuple.getValueNode(), findings);
			}
		}
	}

	private void put(String key, int at, Node value, Findings findings) {
		final var before = entries.get(key);
		if (before != null && before.line() > 0) {
			findings.error(at, before.path(), NLS.bind(Messages.duplicateKey, key, before.line()));
			return;
		}
		entries.put(key, new Entry(key, path.isEmpty() ? key : path + '.' + key, at, value));
	}

	/** Keys of a map that is merged in give way to the map's own. */
	private void merge(Node value, Findings findings) {
		final List<Node> sources = value instanceof SequenceNode list ? list.getValue() : List.of(value);
		for (final var source : sources) {
			of(source, path, findings).ifPresent(map -> map.entries.values()
					.forEach(entry -> entries.putIfAbsent(entry.key(), new Entry(entry.key(), entry.path(), 0, entry.value()))));
		}
	}

	public String path() {
		return path;
	}

	public int line() {
		return line;
	}

	public Collection<Entry> entries() {
		return entries.values();
	}

	/** The entry of a key that has a value. */
	public Optional<Entry> get(String key) {
		return Optional.ofNullable(entries.get(key)).filter(entry -> !Yaml.isNull(entry.value()));
	}

	/** The text under a key; a finding where it is a list or map. */
	public Optional<String> text(String key, Findings findings) {
		final var entry = get(key);
		if (entry.isPresent() && !(entry.get().value() instanceof ScalarNode)) {
			findings.error(entry.get().line(), entry.get().path(), NLS.bind(Messages.expectedText, Yaml.describe(entry.get().value())));
			return Optional.empty();
		}
		return entry.map(found -> ((ScalarNode) found.value()).getValue());
	}

	/** The map under a key; an empty one where the key is not there, or with a finding where it is no map. */
	public YamlMap map(String key, Findings findings) {
		return get(key).flatMap(entry -> of(entry.value(), entry.path(), findings))
				.orElseGet(() -> empty(path.isEmpty() ? key : path + '.' + key, line));
	}

	/** A finding for every key that is not among the known ones. */
	public void refuseOthers(Collection<String> known, Findings findings) {
		for (final var entry : entries.values()) {
			if (!known.contains(entry.key())) {
				findings.error(entry.line(), entry.path(), NLS.bind(Messages.unknownKey, entry.key(), Near.hint(entry.key(), known)));
			}
		}
	}
}
