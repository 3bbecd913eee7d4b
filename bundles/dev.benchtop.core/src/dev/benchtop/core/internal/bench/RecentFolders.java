package dev.benchtop.core.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.benchtop.core.Places;
import dev.benchtop.core.PrivateFiles;

/** The bench folders that were opened in a window, newest first: a file of the user's configuration, one path a line. */
public final class RecentFolders {

	private static final int KEPT = 12;

	private final Path file;

	public RecentFolders(Places places) {
		this.file = places.config().resolve("recent"); //$NON-NLS-1$
	}

	/** Those that are still there. */
	public List<Path> all() {
		try {
			return Files.exists(file) ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(Path::of).filter(Files::isDirectory).toList()
					: List.of();
		} catch (IOException e) {
			log(e);
			return List.of();
		}
	}

	/** Puts a folder first. A list that cannot be written is no reason not to open a bench: that is logged. */
	public synchronized void add(Path folder) {
		final String text = Stream.concat(Stream.of(folder), all().stream()).distinct().limit(KEPT).map(Path::toString)
				.collect(Collectors.joining("\n", "", "\n")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		try {
			PrivateFiles.folder(file.getParent());
			PrivateFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			log(e);
		}
	}

	private void log(IOException e) {
		System.getLogger(RecentFolders.class.getName()).log(System.Logger.Level.WARNING, file.toString(), e);
	}
}
