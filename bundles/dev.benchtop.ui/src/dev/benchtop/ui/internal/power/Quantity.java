package dev.benchtop.ui.internal.power;

import java.text.NumberFormat;
import java.util.function.ToDoubleFunction;

import dev.benchtop.core.capability.Power.Readings;

/** What of the readings is charted. */
enum Quantity {
	WATTS("W", Readings::watts), AMPERES("A", Readings::amperes), VOLTS("V", Readings::volts); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private static final double SMALL = 10;

	private final String unit;
	private final ToDoubleFunction<Readings> value;

	Quantity(String unit, ToDoubleFunction<Readings> value) {
		this.unit = unit;
		this.value = value;
	}

	String unit() {
		return unit;
	}

	/** NaN where it is not measured. */
	double of(Readings readings) {
		return value.applyAsDouble(readings);
	}

	boolean measured(Readings readings) {
		return !Double.isNaN(of(readings));
	}

	/** The value with its unit, in the user's format. */
	String text(Readings readings) {
		final var format = NumberFormat.getNumberInstance();
		final int digits = Math.abs(of(readings)) < SMALL ? 3 : 1;
		format.setMinimumFractionDigits(digits);
		format.setMaximumFractionDigits(digits);
		return format.format(of(readings)) + '\u2009' + unit;
	}
}
