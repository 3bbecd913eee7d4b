package dev.benchtop.core;

import java.util.Locale;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

/**
 * A number of bytes, written as {@code 512M}, {@code 20G} or {@code 4KiB}: factors are binary.
 *
 * @param bytes 0 or more
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

	private static final Pattern FORM = Pattern.compile("(\\d+)\\s*([kmgt]?)(?:i?b)?", Pattern.CASE_INSENSITIVE); //$NON-NLS-1$
	private static final String UNITS = "KMGT"; //$NON-NLS-1$

	public ByteSize {
		if (bytes < 0) {
			throw new IllegalArgumentException(NLS.bind(Messages.ByteSize_invalid, bytes));
		}
	}

	/** Reads a size; throws {@link IllegalArgumentException} with a readable message where it is none. */
	public static ByteSize parse(String text) {
		final var form = FORM.matcher(text.strip());
		if (!form.matches()) {
			throw new IllegalArgumentException(NLS.bind(Messages.ByteSize_invalid, text));
		}
		final String unit = form.group(2).toUpperCase(Locale.ROOT);
		try {
			final long factor = unit.isEmpty() ? 1 : 1L << 10 * (UNITS.indexOf(unit) + 1);
			return new ByteSize(Math.multiplyExact(Long.parseLong(form.group(1)), factor));
		} catch (NumberFormatException | ArithmeticException e) {
			throw new IllegalArgumentException(NLS.bind(Messages.ByteSize_invalid, text), e);
		}
	}

	/** The size for people, in binary units and the local format: {@code 1.5 GiB}. */
	public String display() {
		int power = 0;
		double value = bytes;
		while (value >= 1024 && power < UNITS.length()) {
			value /= 1024;
			power++;
		}
		return power == 0 ? String.format("%d B", bytes) //$NON-NLS-1$
				: String.format(value >= 100 ? "%.0f %siB" : "%.1f %siB", value, UNITS.charAt(power - 1)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The shortest exact form for a file: {@code 512M}. */
	@Override
	public String toString() {
		for (int power = UNITS.length(); power > 0; power--) {
			final long factor = 1L << 10 * power;
			if (bytes != 0 && bytes % factor == 0) {
				return bytes / factor + UNITS.substring(power - 1, power);
			}
		}
		return Long.toString(bytes);
	}

	@Override
	public int compareTo(ByteSize other) {
		return Long.compare(bytes, other.bytes);
	}
}
