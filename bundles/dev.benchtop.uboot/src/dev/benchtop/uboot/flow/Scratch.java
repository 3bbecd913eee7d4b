package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The folder of one run. */
final class Scratch {

	private Scratch() {
	}

	/** Removes it with all that is in it. */
	static void remove(Path folder) {
		try {
			final List<Path> all;
			try (var files = Files.walk(folder)) {
				all = files.sorted(Comparator.reverseOrder()).toList();
			}
			for (final Path file : all) {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			System.getLogger(Scratch.class.getName()).log(Level.WARNING, folder.toString(), e);
		}
	}
}
