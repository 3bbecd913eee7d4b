package dev.benchtop.disk.mux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What was done with a medium since this machine took it. That it holds half an image is known to every process, and after a crash. Thread-safe. */
final class MediumUse {

	private final Path mark;
	private int open;
	private boolean written;
	/** The medium that the mark names; empty where this process has made none. */
	private String half = ""; //$NON-NLS-1$

	/** @param mark the file that has the identity of a medium that holds half an image */
	MediumUse(Path mark) {
		this.mark = mark;
	}

	synchronized void taken() {
		written = false;
	}

	synchronized void given() {
		written = false;
	}

	synchronized void opened() {
		open++;
	}

	synchronized void begun(String medium) throws IOException {
		written = true;
		if (!medium.equals(half)) {
			Files.createDirectories(mark.getParent());
			Files.writeString(mark, medium);
			half = medium;
		}
	}

	synchronized void committed() throws IOException {
		Files.deleteIfExists(mark);
		half = ""; //$NON-NLS-1$
	}

	synchronized void closed() {
		open--;
	}

	synchronized boolean isOpen() {
		return open > 0;
	}

	synchronized boolean isWritten() {
		return written;
	}

	/** Whether the medium, which may be out of sight now, holds half an image. */
	synchronized boolean isHalfWritten(Optional<String> medium) throws IOException {
		return Files.exists(mark) && (medium.isEmpty() || Files.readString(mark).equals(medium.get()));
	}
}
