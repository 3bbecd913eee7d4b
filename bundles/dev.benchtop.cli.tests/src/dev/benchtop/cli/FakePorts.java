package dev.benchtop.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.spi.Consoles;
import dev.benchtop.core.spi.Finder;

/** One port, {@code /dev/fake}, that greets and answers in upper case, at whatever speed; 300 baud it cannot do. */
public final class FakePorts implements Consoles, Finder {

	@Override
	public String kind() {
		return "port";
	}

	@Override
	public List<Found> find() {
		return List.of(new Found("/dev/serial/by-id/usb-Fake", "Fake Inc. Wire", "ttyFAKE0", "serial", Map.of("port", "/dev/serial/by-id/usb-Fake")));
	}

	@Override
	public boolean means(String text) {
		return text.startsWith("/");
	}

	@Override
	public Loose make(String address, Map<String, ?> config) throws BenchException {
		if (Integer.valueOf(300).equals(config.get("baudrate"))) {
			throw BenchException.usage("too slow").where("baudrate").build();
		}
		final var line = new ConsoleLine("fake", new FakeLine(), folder().resolve("log"), BoardLocks.of(folder()), "console");
		return new Loose() {
			@Override
			public Console console() {
				return line;
			}

			@Override
			public String title() {
				return "fake" + config;
			}

			@Override
			public void close() {
				line.close();
			}
		};
	}

	private static Path folder() {
		try {
			final Path folder = Files.createTempDirectory("port");
			folder.toFile().deleteOnExit();
			return folder;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
