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
 * @param aside whether it is passed over where a capability is asked for without a name and another node offers it
 */
public record NodeShape(Set<Class<? extends Capability>> capabilities, List<String> targets, Map<String, NodeShape> children, boolean aside) {

	public NodeShape {
		capabilities = Set.copyOf(capabilities);
		targets = List.copyOf(targets);
		children = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(children));
	}

	/** A node that is not aside. */
	public NodeShape(Set<Class<? extends Capability>> capabilities, List<String> targets, Map<String, NodeShape> children) {
		this(capabilities, targets, children, false);
	}

	/** The same node, to be named by whoever means it: a second console. */
	public NodeShape besides() {
		return new NodeShape(capabilities, targets, children, true);
	}

	/** A node with these capabilities, no targets and no children. */
	@SafeVarargs
	public static NodeShape of(Class<? extends Capability>... capabilities) {
		return new NodeShape(Set.of(capabilities), List.of(), Map.of());
	}
}
