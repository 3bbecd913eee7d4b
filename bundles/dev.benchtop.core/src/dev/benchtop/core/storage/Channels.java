package dev.benchtop.core.storage;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;

import dev.benchtop.core.capability.Abandonable;

/** Closing of channels that have failed or are cancelled. */
final class Channels {

	private Channels() {
	}

	/** Closes what is of no use any more; that it fails matters to nobody. */
	static void close(Closeable channel) {
		end(channel::close);
	}

	/** Closes a channel that was written to, so that what was written does not become the file. */
	static void abandon(Closeable channel) {
		end(channel instanceof Abandonable unfinished ? unfinished::abandon : channel::close);
	}

	private static void end(Closeable end) {
		try {
			end.close();
		} catch (IOException e) {
			System.getLogger(Channels.class.getName()).log(Level.DEBUG, "closed with an error", e); //$NON-NLS-1$
		}
	}
}
