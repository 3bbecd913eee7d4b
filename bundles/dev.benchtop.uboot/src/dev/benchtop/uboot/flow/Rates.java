package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Properties;

/** How fast a board was, in unpacked bytes per second, as it was measured on it: by what it unpacked, {@code raw} for what came unpacked. */
final class Rates {

	private final Path file;
	private final Properties rates = new Properties();

	/** {@code file} keeps them from one flash to the next. */
	Rates(Path file) {
		this.file = file;
		if (Files.exists(file)) {
			try (var in = Files.newBufferedReader(file)) {
				rates.load(in);
			} catch (IOException | IllegalArgumentException e) {
				System.getLogger(getClass().getName()).log(Level.WARNING, file.toString(), e);
			}
		}
	}

	OptionalLong of(String format) {
		try {
			return OptionalLong.of(Long.parseLong(rates.getProperty(format, ""))); //$NON-NLS-1$
		} catch (NumberFormatException e) {
			return OptionalLong.empty();
		}
	}

	void put(String format, long bytesPerSecond) {
		rates.setProperty(format, Long.toString(Math.max(1, bytesPerSecond)));
		try (var out = Files.newBufferedWriter(file)) {
			rates.store(out, null);
		} catch (IOException e) {
			System.getLogger(getClass().getName()).log(Level.WARNING, file.toString(), e);
		}
	}
}
