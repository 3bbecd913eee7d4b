package dev.benchtop.serial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.console.LinePreset;
import dev.benchtop.core.console.LineTransport;
import dev.benchtop.core.console.SerialLines;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.driver.Verb.Parameter;

/** A console of any of our types at work; what the control lines of a serial port can do are its verbs. */
record LineDriver(ConsoleLine console) implements Driver {

	static final String ICON = "icons/serial.svg"; //$NON-NLS-1$

	/** A driver whose console is not open yet. */
	static LineDriver make(DriverContext context, LineTransport transport) {
		final String node = context.node();
		return new LineDriver(new ConsoleLine(node, transport, context.state().resolve(node + ".log"), context.lock(), "console:" + node)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return type.isInstance(console) ? Optional.of(type.cast(console)) : Optional.empty();
	}

	@Override
	public List<Verb> verbs() {
		return console.lines().map(LineDriver::verbs).orElse(List.of());
	}

	private static List<Verb> verbs(SerialLines lines) {
		final var verbs = new ArrayList<Verb>();
		verbs.add(new Verb("break", Messages.LineDriver_break, List.of(new Parameter("length", Messages.LineDriver_length, Duration.class, "250ms")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				Danger.INTERRUPTS, Optional.empty(), (values, progress) -> lines.sendBreak((Duration) values.get("length")))); //$NON-NLS-1$
		verbs.add(new Verb("baudrate", Messages.LineDriver_baudrate, List.of(new Parameter("baud", Messages.LineDriver_baud, int.class, Integer.toString(lines.baudRate()))), //$NON-NLS-1$ //$NON-NLS-2$
				Danger.NONE, Optional.empty(), (values, progress) -> lines.baudRate((Integer) values.get("baud")))); //$NON-NLS-1$
		verbs.add(new Verb("dtr", Messages.LineDriver_dtr, List.of(asserted(!lines.dtr())), Danger.INTERRUPTS, Optional.empty(), //$NON-NLS-1$
				(values, progress) -> lines.dtr((Boolean) values.get("asserted")))); //$NON-NLS-1$
		verbs.add(new Verb("rts", Messages.LineDriver_rts, List.of(asserted(!lines.rts())), Danger.INTERRUPTS, Optional.empty(), //$NON-NLS-1$
				(values, progress) -> lines.rts((Boolean) values.get("asserted")))); //$NON-NLS-1$
		for (final var preset : LinePreset.values()) {
			verbs.add(new Verb(preset.name().toLowerCase(Locale.ROOT).replace('_', '-'), preset.label(), List.of(), Danger.INTERRUPTS, Optional.empty(),
					(values, progress) -> preset.run(lines, progress.token())));
		}
		return verbs;
	}

	private static Parameter asserted(boolean proposal) {
		return new Parameter("asserted", Messages.LineDriver_asserted, boolean.class, Boolean.toString(proposal)); //$NON-NLS-1$
	}

	@Override
	public void close() {
		console.close();
	}
}
