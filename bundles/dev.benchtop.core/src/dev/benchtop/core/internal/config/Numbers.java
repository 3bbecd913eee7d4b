package dev.benchtop.core.internal.config;

import java.util.Locale;

/** Whole numbers as YAML 1.2 and YAML 1.1 write them. */
final class Numbers {

	private Numbers() {
	}

	/** YAML 1.2: {@code 010} is ten, {@code 0o10} eight, {@code 0x10} sixteen. */
	static long parse(String text) {
		final String digits = text.strip().toLowerCase(Locale.ROOT);
		final boolean negative = digits.startsWith("-"); //$NON-NLS-1$
		final String plain = digits.startsWith("+") || negative ? digits.substring(1) : digits; //$NON-NLS-1$
		if (plain.startsWith("0x")) { //$NON-NLS-1$
			return parse(plain.substring(2), 16, negative);
		}
		if (plain.startsWith("0o")) { //$NON-NLS-1$
			return parse(plain.substring(2), 8, negative);
		}
		return parse(plain, 10, negative);
	}

	/** YAML 1.1: {@code 010} is eight, {@code 0b10} two, {@code 1_000} a thousand, {@code 1:30} ninety. */
	static long parseOld(String text) {
		final String digits = text.strip().toLowerCase(Locale.ROOT).replace("_", ""); //$NON-NLS-1$ //$NON-NLS-2$
		final boolean negative = digits.startsWith("-"); //$NON-NLS-1$
		final String plain = digits.startsWith("+") || negative ? digits.substring(1) : digits; //$NON-NLS-1$
		if (plain.startsWith("0b")) { //$NON-NLS-1$
			return parse(plain.substring(2), 2, negative);
		}
		if (plain.startsWith("0x")) { //$NON-NLS-1$
			return parse(plain.substring(2), 16, negative);
		}
		if (plain.indexOf(':') > 0) {
			return sexagesimal(plain, negative);
		}
		return plain.length() > 1 && plain.startsWith("0") ? parse(plain.substring(1), 8, negative) : parse(plain, 10, negative); //$NON-NLS-1$
	}

	private static long sexagesimal(String digits, boolean negative) {
		long value = 0;
		for (final String part : digits.split(":")) { //$NON-NLS-1$
			value = value * 60 + parse(part, 10, false);
		}
		return negative ? -value : value;
	}

	private static long parse(String digits, int radix, boolean negative) {
		if (digits.isEmpty() || Character.digit(digits.charAt(0), radix) < 0) {
			throw new NumberFormatException(digits);
		}
		return Long.parseLong(negative ? '-' + digits : digits, radix);
	}
}
