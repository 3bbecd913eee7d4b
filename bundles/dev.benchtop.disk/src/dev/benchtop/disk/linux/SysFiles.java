package dev.benchtop.disk.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small files of sysfs and udev; what is missing or goes meanwhile is empty. */
final class SysFiles {

	private SysFiles() {
	}

	static String text(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
		} catch (IOException e) {
			// a device that is unplugged takes its files along
			return ""; //$NON-NLS-1$
		}
	}

	static long number(Path file) {
		final String text = text(file);
		return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0; //$NON-NLS-1$
	}

	/** The entries of a folder, in the order of their names. */
	static List<Path> list(Path folder) {
		final var found = new ArrayList<Path>();
		try (var entries = Files.newDirectoryStream(folder)) {
			entries.forEach(found::add);
		} catch (IOException | java.nio.file.DirectoryIteratorException e) {
			return List.of();
		}
		found.sort(null);
		return found;
	}

	/** Where a link of sysfs leads to; the link itself where it is gone. */
	static Path real(Path link) {
		try {
			return link.toRealPath();
		} catch (IOException e) {
			return link;
		}
	}

	/** The properties that udev has of a device: the lines {@code E:KEY=VALUE} of its database. */
	static Map<String, String> udev(Path file) {
		final var properties = new HashMap<String, String>();
		text(file).lines().filter(line -> line.startsWith("E:") && line.contains("=")).forEach(line -> { //$NON-NLS-1$ //$NON-NLS-2$
			final int equals = line.indexOf('=');
			properties.put(line.substring(2, equals), line.substring(equals + 1));
		});
		return properties;
	}
}
