package dev.benchtop.core.internal.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Secret;

/** Texts of a bench file and the single values that they stand for. */
public final class Scalars {

	private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "yes", true, "on", true, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"false", false, "no", false, "off", false); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private Scalars() {
	}

	/** Reads a value; throws {@link IllegalArgumentException} that says what was expected and what came. */
	public static Object parse(Class<?> type, String text) {
		return parse(type, text, false, Path.of("")); //$NON-NLS-1$
	}

	/** As {@link #parse(Class, String)}, with the numbers of YAML 1.1 where {@code old} says so, and paths relative to a folder. */
	static Object parse(Class<?> type, String text, boolean old, Path folder) {
		if (type == String.class) {
			return text;
		}
		if (type == int.class || type == Integer.class) {
			return (int) number(text, old, Integer.MIN_VALUE, Integer.MAX_VALUE);
		}
		if (type == long.class || type == Long.class) {
			return number(text, old, Long.MIN_VALUE, Long.MAX_VALUE);
		}
		if (type == boolean.class || type == Boolean.class) {
			return bool(text);
		}
		if (type == ByteSize.class) {
			return ByteSize.parse(text);
		}
		if (type == Duration.class) {
			return Durations.parse(text);
		}
		if (type == Path.class) {
			return path(text, folder);
		}
		if (type == Secret.class) {
			return new Secret(text);
		}
		if (type.isEnum()) {
			return constant(type, text);
		}
		throw new IllegalArgumentException(type.getName());
	}

	/** How a value is written in a bench file; a secret shows as dots. */
	public static String format(Object value) {
		return switch (value) {
			case Duration duration -> Durations.format(duration);
			case Enum<?> constant -> constant.toString().equals(constant.name())
					? constant.name().toLowerCase(Locale.ROOT).replace('_', '-') : constant.toString();
			case BigDecimal decimal -> decimal.toPlainString();
			default -> value.toString();
		};
	}

	private static long number(String text, boolean old, long min, long max) {
		final long number;
		try {
			number = old ? Numbers.parseOld(text) : Numbers.parse(text);
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.expectedNumber, text), e);
		}
		if (number < min || number > max) {
			throw new IllegalArgumentException(NLS.bind(Messages.expectedNumberFromTo, new Object[] {Long.toString(min), Long.toString(max), text}));
		}
		return number;
	}

	private static boolean bool(String text) {
		final Boolean value = BOOLEANS.get(text.strip().toLowerCase(Locale.ROOT));
		if (value == null) {
			throw new IllegalArgumentException(NLS.bind(Messages.expectedBoolean, text));
		}
		return value;
	}

	private static Path path(String text, Path folder) {
		if (text.equals("~") || text.startsWith("~/")) { //$NON-NLS-1$ //$NON-NLS-2$
			return Path.of(System.getProperty("user.home") + text.substring(1)); //$NON-NLS-1$
		}
		return folder.resolve(text).normalize();
	}

	private static Object constant(Class<?> type, String text) {
		for (final Object constant : type.getEnumConstants()) {
			if (same(format(constant), text) || same(((Enum<?>) constant).name(), text)) {
				return constant;
			}
		}
		final String choices = Arrays.stream(type.getEnumConstants()).map(Scalars::format).collect(Collectors.joining(", ")); //$NON-NLS-1$
		throw new IllegalArgumentException(NLS.bind(Messages.expectedChoice, choices, text));
	}

	private static boolean same(String one, String other) {
		return one.replace('_', '-').equalsIgnoreCase(other.strip().replace('_', '-'));
	}
}
