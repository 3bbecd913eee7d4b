package dev.benchtop.core.driver;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.bench.Bench.Subscription;

/** All driver types that are there now. */
@Component(service = DriverRegistry.class)
public final class DriverRegistry {

	private final List<DriverFactory<?>> factories = new CopyOnWriteArrayList<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	@Activate
	public DriverRegistry() {
	}

	/** A registry of just these types. */
	public DriverRegistry(Collection<? extends DriverFactory<?>> factories) {
		this.factories.addAll(factories);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void add(DriverFactory<?> factory) {
		factories.add(factory);
		listeners.forEach(Runnable::run);
	}

	void remove(DriverFactory<?> factory) {
		factories.remove(factory);
		listeners.forEach(Runnable::run);
	}

	/** All types, in the order of their names. */
	public List<DriverFactory<?>> factories() {
		return factories.stream().sorted(Comparator.comparing(DriverFactory::type)).<DriverFactory<?>>map(factory -> factory).toList();
	}

	/** The factory of a type, by its name or one of its aliases. */
	public Optional<DriverFactory<?>> find(String type) {
		return factories.stream().filter(factory -> factory.type().equals(type) || factory.aliases().contains(type)).findFirst()
				.map(factory -> factory);
	}

	/** Hears of types that come and go, on the thread that brings them. */
	public Subscription subscribe(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}
}
