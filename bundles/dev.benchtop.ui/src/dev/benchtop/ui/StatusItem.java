package dev.benchtop.ui;

import java.util.Optional;

/** One item of the status line. A room contributes it as an OSGi service; a higher ranking stands further left. */
public interface StatusItem {

	/**
	 * What it says now.
	 *
	 * @param text a few words
	 * @param tooltip a sentence; may be empty
	 * @param percent 0 to 100 for a bar beside the text, -1 for none
	 * @param action runs on a click; null where nothing is to be clicked
	 */
	record Status(String text, String tooltip, int percent, Runnable action) {
	}

	/** What it says now; empty where it has nothing to say. Quick; asked on the UI thread twice a second. */
	Optional<Status> status();
}
