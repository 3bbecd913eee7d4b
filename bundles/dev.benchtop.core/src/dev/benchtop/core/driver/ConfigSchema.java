package dev.benchtop.core.driver;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.benchtop.core.internal.config.Scalars;

/**
 * The keys of a driver's configuration, as its record declares them; forms, the command line and the bench reader work by it.
 *
 * @param fields in the order of the record's components
 */
public record ConfigSchema(List<Field> fields) {

	/** What a value is, for whoever edits it. */
	public enum Kind {
		TEXT, INTEGER, BOOLEAN, CHOICE, SIZE, DURATION, PATH, SECRET, LIST, MAP, RECORD
	}

	/**
	 * One key.
	 *
	 * @param key as in the file
	 * @param type the type of the record's component, without its parameters
	 * @param label for people
	 * @param help a sentence; may be empty
	 * @param defaultValue written as in the file; may be empty
	 * @param advanced whether a form hides it at first
	 * @param min the lowest number allowed
	 * @param max the highest number allowed
	 * @param choices all that is allowed, where that is a closed set
	 * @param proposals some values, where others are allowed too
	 * @param element what a list or map holds
	 * @param nested the keys of a record
	 * @param aliases other names of the key in Jumpstarter's files
	 */
	public record Field(String key, Kind kind, Class<?> type, String label, String help, String defaultValue, boolean required,
			boolean advanced, long min, long max, List<String> choices, List<String> proposals, Optional<Field> element,
			Optional<ConfigSchema> nested, List<String> aliases) {
	}

	public ConfigSchema {
		fields = List.copyOf(fields);
	}

	/** The keys of a driver's configuration, with labels and help in the user's language. */
	public static ConfigSchema of(DriverFactory<?> factory) {
		final var texts = DriverTexts.of(factory);
		return new SchemaReader(texts::label, texts::help).read(factory.configType(), ""); //$NON-NLS-1$
	}

	/** The keys that a record declares; labels are made of the keys, help is empty. */
	public static ConfigSchema of(Class<? extends Record> type) {
		final UnaryOperator<String> none = key -> ""; //$NON-NLS-1$
		return new SchemaReader(DriverTexts::fromKey, none).read(type, ""); //$NON-NLS-1$
	}

	/**
	 * Reads one value as it is written in a bench file; relative paths count from the working folder.
	 *
	 * @param type a type that {@link Option} allows, but no list, map or record
	 * @throws IllegalArgumentException with a message that says what was expected
	 */
	public static Object parseValue(Class<?> type, String text) {
		return Scalars.parse(type, text);
	}

	/** How a value of {@link #parseValue} is written in a bench file: {@code 2s}, {@code 512M}, {@code u-boot}. */
	public static String formatValue(Object value) {
		return Scalars.format(value);
	}
}
