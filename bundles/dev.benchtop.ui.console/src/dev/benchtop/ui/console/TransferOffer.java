package dev.benchtop.ui.console;

import java.util.Optional;
import java.util.function.Supplier;

import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.modem.Protocol;
import dev.benchtop.core.console.modem.ZmodemCall.Direction;

/** Offers to answer a board that has begun a transfer by ZMODEM. On the UI thread. */
final class TransferOffer {

	private static final String ICON = "file"; //$NON-NLS-1$

	private final AlertStrip strip;
	private final Supplier<Optional<Console>> console;
	private final Supplier<Sending> sending;

	TransferOffer(AlertStrip strip, Supplier<Optional<Console>> console, Supplier<Sending> sending) {
		this.strip = strip;
		this.console = console;
		this.sending = sending;
	}

	void show(Direction direction) {
		if (console.get().filter(each -> each.state().script().isEmpty()).isPresent()) {
			final boolean receives = direction == Direction.BOARD_RECEIVES;
			strip.show(ICON, receives ? Messages.TransferOffer_boardReceives : Messages.TransferOffer_boardSends,
					receives ? Messages.TransferOffer_send : Messages.TransferOffer_receive, () -> answer(receives));
		}
	}

	/** A transfer goes on, wherever it was begun. */
	void follow() {
		if (console.get().filter(each -> each.state().script().isPresent()).isPresent()) {
			withdraw();
		}
	}

	/** The board waits no longer. */
	void withdraw() {
		strip.withdraw(ICON);
	}

	private void answer(boolean send) {
		if (console.get().isPresent()) {
			if (send) {
				sending.get().send(Protocol.ZMODEM);
			} else {
				sending.get().receive(Protocol.ZMODEM);
			}
			strip.hide(); // the board has called again while a file was chosen
		}
	}
}
