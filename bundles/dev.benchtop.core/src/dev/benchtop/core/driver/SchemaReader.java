package dev.benchtop.core.driver;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.driver.ConfigSchema.Kind;
import dev.benchtop.core.internal.config.Scalars;

/** Makes a schema of a record's components; a component of a type that is not allowed is an error of the driver's programmer. */
record SchemaReader(UnaryOperator<String> labels, UnaryOperator<String> helps) {

	private static final Option PLAIN = Plain.class.getRecordComponents()[0].getAnnotation(Option.class);

	/** Holds an annotation without any value given. */
	private record Plain(@Option String value) {
	}

	ConfigSchema read(Class<?> type, String prefix) {
		return new ConfigSchema(Stream.of(type.getRecordComponents()).map(component -> field(component, prefix)).toList());
	}

	private Field field(RecordComponent component, String prefix) {
		final var declared = component.getAnnotation(Option.class);
		final var option = declared == null ? PLAIN : declared;
		final String key = option.key().isEmpty() ? component.getName() : option.key();
		return field(key, prefix + key, component.getGenericType(), option);
	}

	private Field field(String key, String path, Type type, Option option) {
		final Class<?> raw = raw(type);
		final var kind = kind(raw);
		final Optional<Field> element = switch (kind) {
			case LIST -> Optional.of(field("", path, argument(type, 0), PLAIN)); //$NON-NLS-1$
			case MAP -> Optional.of(field("", path, argument(type, 1), PLAIN)); //$NON-NLS-1$
			default -> Optional.empty();
		};
		final Optional<ConfigSchema> nested = kind == Kind.RECORD ? Optional.of(read(raw, path + '.')) : Optional.empty();
		final List<String> choices = raw.isEnum() ? Arrays.stream(raw.getEnumConstants()).map(Scalars::format).toList() : List.of();
		return new Field(key, kind, raw, labels.apply(path), helps.apply(path), option.value(), option.required(), option.advanced(),
				option.min(), option.max(), choices, List.of(option.proposals()), element, nested, List.of(option.alias()));
	}

	private static Class<?> raw(Type type) {
		return type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType() : (Class<?>) type;
	}

	private static Type argument(Type type, int index) {
		return ((ParameterizedType) type).getActualTypeArguments()[index];
	}

	private static Kind kind(Class<?> type) {
		if (type.isEnum()) {
			return Kind.CHOICE;
		}
		if (type.isRecord() && type != ByteSize.class) {
			return Kind.RECORD;
		}
		final var kind = KINDS.get(type);
		if (kind == null) {
			throw new IllegalArgumentException(type.getName());
		}
		return kind;
	}

	private static final Map<Class<?>, Kind> KINDS = Map.of(String.class, Kind.TEXT, int.class, Kind.INTEGER, long.class, Kind.INTEGER,
			boolean.class, Kind.BOOLEAN, ByteSize.class, Kind.SIZE, Duration.class, Kind.DURATION, Path.class, Kind.PATH,
			Secret.class, Kind.SECRET, List.class, Kind.LIST, Map.class, Kind.MAP);
}
