package dev.benchtop.core.internal.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML that lies in a bench for something else: user data of cloud-init, a compose file, a playbook. */
final class ForeignFile {

	private static final Set<String> HEAD = Set.of("apiVersion", "kind", "metadata", "description", "defaults"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	private static final Set<String> BODY = Set.of("export", "storage", "type"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	private static final Set<String> KINDS = Set.of("Board", "Storage", "ExporterConfig"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	private static final List<String> VERSIONS = List.of("benchtop", "jumpstarter"); //$NON-NLS-1$ //$NON-NLS-2$

	private ForeignFile() {
	}

	/** Whether nothing in it says that it is meant as a board or a storage. What is only begun, or misspelt, is. */
	static boolean is(Node root) {
		return switch (root) {
			case SequenceNode _ -> true;
			case MappingNode map -> foreign(texts(map));
			default -> false;
		};
	}

	private static boolean foreign(Map<String, String> keys) {
		final String version = keys.getOrDefault("apiVersion", ""); //$NON-NLS-1$ //$NON-NLS-2$
		final boolean meant = keys.keySet().stream().anyMatch(BODY::contains) || KINDS.contains(keys.getOrDefault("kind", "")) //$NON-NLS-1$ //$NON-NLS-2$
				|| VERSIONS.stream().anyMatch(version::contains);
		return !meant && (!version.isEmpty() || !HEAD.containsAll(keys.keySet()));
	}

	/** The keys, with their values where these are texts. */
	private static Map<String, String> texts(MappingNode map) {
		final Map<String, String> texts = new HashMap<>();
		for (final var tuple : map.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode key) {
				texts.put(key.getValue(), tuple.getValueNode() instanceof ScalarNode value ? value.getValue() : ""); //$NON-NLS-1$
			}
		}
		return texts;
	}
}
