package dev.benchtop.ui.internal.forms;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.driver.ConfigSchema.Kind;

/** Checks one value as it was typed. */
final class Scalar {

	private static final String VARIABLE = "${"; //$NON-NLS-1$

	private Scalar() {
	}

	/** What is wrong with a text for a field; a text with a variable in it is known only when the bench is read. */
	static Optional<String> problem(Field field, String text) {
		if (text.isEmpty() || text.contains(VARIABLE) || field.kind() == Kind.SECRET) {
			return Optional.empty();
		}
		try {
			final Object value = ConfigSchema.parseValue(field.type(), text);
			return value instanceof Number number ? range(field, number.longValue()) : Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage());
		}
	}

	private static Optional<String> range(Field field, long value) {
		if (value < field.min()) {
			return Optional.of(NLS.bind(Messages.Scalar_tooLow, field.min()));
		}
		return value > field.max() ? Optional.of(NLS.bind(Messages.Scalar_tooHigh, field.max())) : Optional.empty();
	}

	/** A value as text for a field. */
	static String text(Object value) {
		return value instanceof String text ? text : ConfigSchema.formatValue(value);
	}
}
