package dev.benchtop.core.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.benchtop.core.capability.Capability;

/**
 * What a node will offer, known from its configuration alone.
 *
 * @param capabilities the capabilities of the node itself
 * @param targets the names of the targets, where it is a flasher
 * @param children the nodes that the driver brings, by name
 */
public record NodeShape(Set<Class<? extends Capability>> capabilities, List<String> targets, Map<String, NodeShape> children) {

	public NodeShape {
		capabilities = Set.copyOf(capabilities);
		targets = List.copyOf(targets);
		children = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(children));
	}

	/** A node with these capabilities, no targets and no children. */
	@SafeVarargs
	public static NodeShape of(Class<? extends Capability>... capabilities) {
		return new NodeShape(Set.of(capabilities), List.of(), Map.of());
	}
}
