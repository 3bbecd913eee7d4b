package dev.benchtop.server.files;

import dev.benchtop.core.capability.FileServer.Missing;
import dev.benchtop.core.capability.FileServer.Transfer;

/** Hears of transfers on the thread that does them; quick. */
public interface TransferListener {

	default void began(Transfer transfer) {
	}

	default void ended(Transfer transfer) {
	}

	/** A name was asked for that is not there. */
	default void missed(Missing missing) {
	}
}
