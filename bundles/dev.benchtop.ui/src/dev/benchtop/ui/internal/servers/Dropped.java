package dev.benchtop.ui.internal.servers;

import java.net.URI;
import java.nio.file.Path;

import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.URLTransfer;

/** What is dropped: files of the desktop, places of storages, URLs. */
final class Dropped {

	private static final String FILE = "file:"; //$NON-NLS-1$

	private Dropped() {
	}

	static Transfer[] transfers() {
		return new Transfer[] {FileTransfer.getInstance(), URLTransfer.getInstance(), TextTransfer.getInstance()};
	}

	/** The locations; none where something else was dropped. */
	static String[] locations(Object data) {
		return switch (data) {
			case String[] files -> files;
			case String text when !text.isBlank() -> text.strip().lines().map(Dropped::location).toArray(String[]::new);
			case null, default -> new String[0];
		};
	}

	private static String location(String line) {
		return line.startsWith(FILE) ? Path.of(URI.create(line)).toString() : line;
	}
}
