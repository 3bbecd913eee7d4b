package dev.benchtop.cli.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.spi.Finder;
import dev.benchtop.core.spi.Finder.Found;

/** The serial ports of this machine as a list. */
final class FoundPorts {

	private static final String KIND = "port"; //$NON-NLS-1$

	private final List<Finder> finders;

	FoundPorts(List<Finder> finders) {
		this.finders = finders.stream().filter(finder -> finder.kind().equals(KIND)).toList();
	}

	/** Prints one line for each: what to name it by, and what it is. */
	void print(CliContext context) throws BenchException {
		final var found = new ArrayList<Found>();
		for (final var finder : finders) {
			found.addAll(finder.find());
		}
		if (context.json()) {
			context.json(found.stream().map(FoundPorts::json).toList());
			return;
		}
		if (found.isEmpty()) {
			context.err().println(Messages.FoundPorts_none);
		}
		final int width = found.stream().mapToInt(port -> port.id().length()).max().orElse(0);
		for (final var port : found) {
			context.out().println(port.id() + " ".repeat(width - port.id().length()) + "  " + port.label() + " (" + port.detail() + ')'); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
	}

	private static Map<String, Object> json(Found port) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("id", port.id()); //$NON-NLS-1$
		json.put("label", port.label()); //$NON-NLS-1$
		json.put("detail", port.detail()); //$NON-NLS-1$
		json.put("type", port.type()); //$NON-NLS-1$
		json.put("config", port.config()); //$NON-NLS-1$
		return json;
	}
}
