package dev.benchtop.core.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.capability.Capability;

/** One configured node at work. Its capabilities are what it offers; closing it gives back everything that it holds. */
public interface Driver extends AutoCloseable {

	<T extends Capability> Optional<T> capability(Class<T> type);

	/** Nodes that the driver brings itself, by name, as its {@link NodeShape} says. */
	default Map<String, Driver> children() {
		return Map.of();
	}

	/** What can be done with the node beyond the verbs of its capabilities. */
	default List<Verb> verbs() {
		return List.of();
	}

	@Override
	default void close() {
	}

	/** A driver that offers the given capabilities and nothing else. */
	static Driver of(Capability... capabilities) {
		return new Driver() {
			@Override
			public <T extends Capability> Optional<T> capability(Class<T> type) {
				for (final Capability capability : capabilities) {
					if (type.isInstance(capability)) {
						return Optional.of(type.cast(capability));
					}
				}
				return Optional.empty();
			}
		};
	}
}
