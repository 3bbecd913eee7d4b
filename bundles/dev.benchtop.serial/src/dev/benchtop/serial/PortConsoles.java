package dev.benchtop.serial;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.driver.YamlRecord;
import dev.benchtop.core.spi.Consoles;

/** Consoles of ports that no bench file names. */
@Component(service = Consoles.class)
public final class PortConsoles implements Consoles {

	private static final Path NO_FILE = Path.of("port"); //$NON-NLS-1$

	private final Places places;

	@Activate
	public PortConsoles() {
		this(Places.system());
	}

	/** Consoles whose logs are kept at other places. */
	PortConsoles(Places places) {
		this.places = places;
	}

	@Override
	public boolean means(String text) {
		return Addresses.isPort(text);
	}

	@Override
	public Loose make(String address, Map<String, ?> config) throws BenchException {
		final var line = new LinkedHashMap<String, Object>(config);
		line.put("port", address); //$NON-NLS-1$
		final var transport = Addresses.transport(read(line));
		final String title = address.startsWith("/") ? Path.of(address).getFileName().toString() : address; //$NON-NLS-1$
		final Path state = places.state().resolve("ports").resolve(title.replaceAll("[^\\w.+-]", "_")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return new LooseLine(title, new ConsoleLine(title, transport, state.resolve("console.log"), BoardLocks.of(state), "console")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static SerialConfig read(Map<String, Object> config) throws BenchException {
		final String yaml = config.entrySet().stream().map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue().toString())) //$NON-NLS-1$
				.collect(Collectors.joining("\n")); //$NON-NLS-1$
		final var read = YamlRecord.read(SerialConfig.class, yaml, NO_FILE);
		if (read.value().isEmpty()) {
			final var finding = read.findings().getFirst();
			throw BenchException.usage(finding.message()).where(finding.key()).build();
		}
		return read.value().get();
	}

	private static String quoted(String text) {
		return '\'' + text.replace("'", "''") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private record LooseLine(String title, ConsoleLine console) implements Loose {

		@Override
		public void close() {
			console.close();
		}
	}
}
