package dev.benchtop.core.internal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.internal.config.Binder;
import dev.benchtop.core.internal.config.Dialect;
import dev.benchtop.core.internal.config.Variables;
import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.Near;
import dev.benchtop.core.internal.yaml.YamlMap;

/** Reads the nodes of a bench file, and checks each configuration against the record of its type. */
final class NodeReader {

	static final NodeShape NO_SHAPE = NodeShape.of();

	private static final String TYPE = "type"; //$NON-NLS-1$
	private static final String CONFIG = "config"; //$NON-NLS-1$
	private static final String CHILDREN = "children"; //$NON-NLS-1$
	private static final String DESCRIPTION = "description"; //$NON-NLS-1$
	private static final String REF = "ref"; //$NON-NLS-1$
	private static final List<String> KEYS = List.of(TYPE, CONFIG, CHILDREN, DESCRIPTION, REF);

	private static final String COMPOSITE = "jumpstarter_driver_composite.driver.Composite"; //$NON-NLS-1$
	private static final String PROXY = "jumpstarter_driver_composite.driver.Proxy"; //$NON-NLS-1$

	private final Path folder;
	private final DriverRegistry registry;
	private final Dialect dialect;
	private final Findings findings;
	private final Binder binder;
	private final Map<String, Optional<DriverFactory<?>>> types;

	/** A reader that notes in {@code types} what the registry had for each type. */
	NodeReader(Path file, DriverRegistry registry, Variables variables, Dialect dialect, Findings findings,
			Map<String, Optional<DriverFactory<?>>> types) {
		this.folder = file.getParent();
		this.registry = registry;
		this.dialect = dialect;
		this.findings = findings;
		this.binder = Binder.checking(findings, folder, dialect, variables);
		this.types = types;
	}

	/** The nodes of a map from names to nodes; what is no node is left out, with a finding. */
	List<NodeSpec> nodes(YamlMap map, String parent) {
		final List<NodeSpec> nodes = new ArrayList<>();
		map.entries().forEach(entry -> node(entry, parent).ifPresent(nodes::add));
		return nodes;
	}

	Optional<NodeSpec> node(YamlMap.Entry entry, String parent) {
		return YamlMap.of(entry.value(), entry.path(), findings).map(map -> node(entry, map, parent));
	}

	private NodeSpec node(YamlMap.Entry entry, YamlMap map, String parent) {
		final String path = parent.isEmpty() ? entry.key() : parent + '.' + entry.key();
		if (dialect == Dialect.BENCHTOP) {
			map.refuseOthers(KEYS, findings);
			if (!Names.isNode(entry.key())) {
				findings.error(entry.line(), entry.path(), NLS.bind(Messages.badNodeName, entry.key()));
			}
		}
		final var config = map.map(CONFIG, findings);
		final var written = map.text(TYPE, findings);
		final boolean proxy = written.filter(PROXY::equals).isPresent();
		final var ref = proxy ? config.text(REF, findings) : map.text(REF, findings);
		final String type = proxy ? "" : written.filter(name -> !name.equals(COMPOSITE)).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
		if (map.get(TYPE).isEmpty() && map.get(REF).isEmpty() && map.get(CHILDREN).isEmpty()) {
			findings.error(entry.line(), entry.path(), Messages.noType);
		}
		if (map.get(REF).isPresent() && (map.get(TYPE).isPresent() || map.get(CHILDREN).isPresent() || map.get(CONFIG).isPresent())) {
			findings.error(entry.line(), entry.path(), Messages.refAlone);
		}
		final var factory = type.isEmpty() ? Optional.<DriverFactory<?>>empty() : factory(type, map);
		final var shape = factory.map(found -> shape(found, config)).orElse(NO_SHAPE);
		final var children = nodes(map.map(CHILDREN, findings), path);
		for (final var child : children) {
			if (shape.children().containsKey(child.name())) {
				findings.error(child.line(), child.key(), NLS.bind(Messages.broughtTwice, child.name(), type));
			}
		}
		return new NodeSpec(entry.key(), path, entry.path(), entry.line(), type, map.text(DESCRIPTION, findings).orElse("").strip(), factory, //$NON-NLS-1$
				!type.isEmpty() && factory.isEmpty(), config, ref, shape, children);
	}

	private Optional<DriverFactory<?>> factory(String type, YamlMap map) {
		final var factory = registry.find(type);
		types.put(type, factory);
		if (factory.isEmpty()) {
			final var at = map.get(TYPE).orElseThrow();
			if (dialect == Dialect.BENCHTOP) {
				final var known = registry.factories().stream().map(DriverFactory::type).toList();
				findings.error(at.line(), at.path(), NLS.bind(Messages.unknownDriver, type, Near.hint(type, known)));
			} else {
				findings.warning(at.line(), at.path(), NLS.bind(Messages.unsupported, type));
			}
		}
		return factory;
	}

	private <C extends Record> NodeShape shape(DriverFactory<C> factory, YamlMap config) {
		try {
			return binder.bind(factory.configType(), config).map(factory::describe).orElse(NO_SHAPE);
		} catch (RuntimeException e) {
			findings.error(config.line(), config.path(), NLS.bind(Messages.driverBroken, factory.type(), e));
			return NO_SHAPE;
		}
	}
}
