package dev.benchtop.core.internal.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

/** Durations as people write them: {@code 500ms}, {@code 2s}, {@code 1m30s}; a bare number is seconds. */
final class Durations {

	private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?"); //$NON-NLS-1$
	private static final Pattern FORM = Pattern.compile("(?:(\\d+)d)?\\s*(?:(\\d+)h)?\\s*(?:(\\d+)m)?\\s*(?:(\\d+(?:\\.\\d+)?)s)?\\s*(?:(\\d+)ms)?"); //$NON-NLS-1$

	private Durations() {
	}

	static Duration parse(String text) {
		final String plain = text.strip().toLowerCase(Locale.ROOT);
		if (BARE.matcher(plain).matches()) {
			return seconds(plain);
		}
		final var form = FORM.matcher(plain);
		if (plain.isEmpty() || !form.matches()) {
			throw new IllegalArgumentException(NLS.bind(Messages.expectedDuration, text));
		}
		try {
			return Duration.ofDays(part(form.group(1))).plusHours(part(form.group(2))).plusMinutes(part(form.group(3)))
					.plus(form.group(4) == null ? Duration.ZERO : seconds(form.group(4))).plusMillis(part(form.group(5)));
		} catch (ArithmeticException | NumberFormatException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.expectedDuration, text), e);
		}
	}

	static String format(Duration value) {
		final var text = new StringBuilder();
		append(text, value.toDays(), "d"); //$NON-NLS-1$
		append(text, value.toHoursPart(), "h"); //$NON-NLS-1$
		append(text, value.toMinutesPart(), "m"); //$NON-NLS-1$
		append(text, value.toSecondsPart(), "s"); //$NON-NLS-1$
		append(text, value.toMillisPart(), "ms"); //$NON-NLS-1$
		return text.isEmpty() ? "0s" : text.toString(); //$NON-NLS-1$
	}

	private static void append(StringBuilder text, long value, String unit) {
		if (value != 0) {
			text.append(value).append(unit);
		}
	}

	private static long part(String digits) {
		return digits == null ? 0 : Long.parseLong(digits);
	}

	private static Duration seconds(String number) {
		return Duration.ofNanos(new BigDecimal(number).movePointRight(9).setScale(0, java.math.RoundingMode.HALF_UP).longValueExact());
	}
}
