package dev.benchtop.core.internal.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.Yaml;
import dev.benchtop.core.internal.yaml.YamlMap;

/** Makes a driver's configuration record of the {@code config} of a node. */
public final class Binder {

	private static final ClassValue<ConfigSchema> SCHEMAS = new ClassValue<>() {
		@Override
		protected ConfigSchema computeValue(Class<?> type) {
			return ConfigSchema.of(type.asSubclass(Record.class));
		}
	};

	private final Findings findings;
	private final Path folder;
	private final Dialect dialect;
	private final Optional<Expansion> expansion;

	/** A binder that checks: secrets stay as they are written, and a variable that is not set is a warning. */
	public static Binder checking(Findings findings, Path folder, Dialect dialect, Variables variables) {
		return new Binder(findings, folder, dialect, new Expansion(variables, false));
	}

	/** A binder for use: everything is expanded. */
	public static Binder resolving(Findings findings, Path folder, Dialect dialect, Variables variables) {
		return new Binder(findings, folder, dialect, new Expansion(variables, true));
	}

	private Binder(Findings findings, Path folder, Dialect dialect, Expansion expansion) {
		this.findings = findings;
		this.folder = folder;
		this.dialect = dialect;
		this.expansion = dialect == Dialect.BENCHTOP ? Optional.of(expansion) : Optional.empty();
	}

	/** The record; empty, with findings, where something is wrong. */
	public <C extends Record> Optional<C> bind(Class<C> type, YamlMap config) {
		return bind(type, SCHEMAS.get(type), config);
	}

	private <C> Optional<C> bind(Class<C> type, ConfigSchema schema, YamlMap config) {
		final long before = findings.errors();
		if (dialect == Dialect.BENCHTOP) {
			config.refuseOthers(schema.fields().stream().flatMap(field -> names(field)).toList(), findings);
		}
		final var values = schema.fields().stream().map(field -> component(field, config)).toArray();
		return findings.errors() > before ? Optional.empty() : construct(type, values, config);
	}

	private static Stream<String> names(Field field) {
		return Stream.concat(Stream.of(field.key()), field.aliases().stream());
	}

	private <C> Optional<C> construct(Class<C> type, Object[] values, YamlMap config) {
		try {
			final var types = Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
			final var constructor = type.getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return Optional.of(constructor.newInstance(values));
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof IllegalArgumentException refusal) {
				findings.error(config.line(), config.path(), refusal.getMessage());
				return Optional.empty();
			}
			throw new IllegalStateException(type.getName(), e.getCause());
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(type.getName(), e);
		}
	}

	private Object component(Field field, YamlMap config) {
		final List<YamlMap.Entry> given = names(field).flatMap(name -> config.get(name).stream()).toList();
		if (given.isEmpty()) {
			if (field.required()) {
				findings.error(config.line(), join(config.path(), field.key()), NLS.bind(Messages.missingKey, field.key(), expected(field)));
			}
			return absent(field);
		}
		if (given.size() > 1) {
			findings.error(given.get(1).line(), given.get(1).path(), NLS.bind(Messages.bothKeys, given.get(0).key(), given.get(1).key()));
		}
		return value(field, given.getFirst().value(), given.getFirst().path());
	}

	private Object value(Field field, Node node, String path) {
		return switch (field.kind()) {
			case LIST -> list(field, node, path);
			case MAP -> YamlMap.of(node, path, findings).map(map -> map(field, map)).orElse(null);
			case RECORD -> YamlMap.of(node, path, findings).flatMap(map -> bind(field.type(), field.nested().orElseThrow(), map)).orElse(null);
			default -> scalar(field, node, path);
		};
	}

	private Object list(Field field, Node node, String path) {
		if (!(node instanceof SequenceNode sequence)) {
			findings.error(Yaml.line(node), path, NLS.bind(Messages.expectedList, Yaml.describe(node)));
			return null;
		}
		final var values = new ArrayList<>();
		for (final var element : sequence.getValue()) {
			values.add(value(field.element().orElseThrow(), element, path + '.' + values.size()));
		}
		return Collections.unmodifiableList(values);
	}

	private Object map(Field field, YamlMap map) {
		final Map<String, Object> values = new LinkedHashMap<>();
		map.entries().forEach(entry -> values.put(entry.key(), value(field.element().orElseThrow(), entry.value(), entry.path())));
		return Collections.unmodifiableMap(values);
	}

	private Object scalar(Field field, Node node, String path) {
		if (!(node instanceof ScalarNode scalar)) {
			findings.error(Yaml.line(node), path, NLS.bind(Messages.expectedValue, expected(field), Yaml.describe(node)));
			return absent(field);
		}
		try {
			final boolean text = field.type() == String.class || field.type() == Secret.class;
			final var expanded = expansion.isEmpty() ? new Expansion.Text(scalar.getValue(), true) : expansion.get().expand(scalar.getValue(), text);
			final Object value = Scalars.parse(field.type(), expanded.value(), dialect == Dialect.JUMPSTARTER, folder);
			checkRange(field, value, expanded.value());
			return value;
		} catch (Expansion.Unset e) {
			findings.warning(Yaml.line(node), path, e.getMessage());
		} catch (IllegalArgumentException e) {
			findings.error(Yaml.line(node), path, e.getMessage());
		}
		return absent(field);
	}

	private static void checkRange(Field field, Object value, String text) {
		if (value instanceof Number number && (number.longValue() < field.min() || number.longValue() > field.max())) {
			throw new IllegalArgumentException(field.max() == Long.MAX_VALUE ? NLS.bind(Messages.atLeast, Long.toString(field.min()), text)
					: field.min() == Long.MIN_VALUE ? NLS.bind(Messages.atMost, Long.toString(field.max()), text)
					: NLS.bind(Messages.expectedNumberFromTo, new Object[] {Long.toString(field.min()), Long.toString(field.max()), text}));
		}
	}

	private static String expected(Field field) {
		return switch (field.kind()) {
			case TEXT -> Messages.kind_TEXT;
			case INTEGER -> Messages.kind_INTEGER;
			case BOOLEAN -> Messages.kind_BOOLEAN;
			case CHOICE -> NLS.bind(Messages.kind_CHOICE, String.join(", ", field.choices())); //$NON-NLS-1$
			case SIZE -> Messages.kind_SIZE;
			case DURATION -> Messages.kind_DURATION;
			case PATH -> Messages.kind_PATH;
			case SECRET -> Messages.kind_SECRET;
			case LIST -> Messages.kind_LIST;
			case MAP, RECORD -> Messages.kind_MAP;
		};
	}

	/** The value where the key is missing. */
	private Object absent(Field field) {
		if (field.defaultValue().isEmpty()) {
			return empty(field);
		}
		if (field.element().isEmpty() && field.nested().isEmpty()) {
			return Scalars.parse(field.type(), field.defaultValue(), false, folder);
		}
		try {
			final var node = Yaml.compose(field.defaultValue()).orElseThrow();
			final var own = new Findings(folder);
			final Object value = new Binder(own, folder, Dialect.BENCHTOP, new Expansion(Variables.NONE, false)).value(field, node, field.key());
			if (own.all().isEmpty()) {
				return value;
			}
			throw new IllegalStateException(own.all().getFirst().message());
		} catch (Yaml.SyntaxException e) {
			throw new IllegalStateException(field.key(), e);
		}
	}

	private static Object empty(Field field) {
		return switch (field.kind()) {
			case TEXT -> ""; //$NON-NLS-1$
			case INTEGER -> field.type() == int.class ? (Object) 0 : (Object) 0L;
			case BOOLEAN -> false;
			case LIST -> List.of();
			case MAP -> Map.of();
			default -> null;
		};
	}

	private static String join(String path, String key) {
		return path.isEmpty() ? key : path + '.' + key;
	}
}
