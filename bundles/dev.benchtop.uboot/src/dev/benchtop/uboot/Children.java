package dev.benchtop.uboot;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverContext;

/** What a board has to have so that it is brought to its U-Boot. */
final class Children {

	private static final String SERIAL = "serial"; //$NON-NLS-1$
	private static final String POWER = "power"; //$NON-NLS-1$

	private Children() {
	}

	/** The console: child {@code serial}, or {@code console}. */
	static Console console(DriverContext context) throws BenchException {
		final Optional<Console> serial = context.child(SERIAL, Console.class);
		return required(context, SERIAL, serial.isPresent() ? serial : context.child("console", Console.class)); //$NON-NLS-1$
	}

	static Power power(DriverContext context) throws BenchException {
		return required(context, POWER, context.child(POWER, Power.class));
	}

	private static <T extends Capability> T required(DriverContext context, String name, Optional<T> found) throws BenchException {
		return found.orElseThrow(() -> BenchException.usage(NLS.bind(Messages.FlasherFactory_missing, context.node(), name))
				.where(context.board()).next(NLS.bind(Messages.FlasherFactory_missingNext, name)).build());
	}
}
