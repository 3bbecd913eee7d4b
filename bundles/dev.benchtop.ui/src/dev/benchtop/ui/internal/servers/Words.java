package dev.benchtop.ui.internal.servers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.FileServer.Missing;
import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.FileServer.Transfer;

/** What the view says of servers and transfers. */
final class Words {

	private static final double MEGA = 1e6;
	private static final long LEAST = 50_000;
	private static final int MINUTE = 60;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private Words() {
	}

	/** {@code TFTP :69}. */
	static String place(FileServer server) {
		return server.protocol().toUpperCase(Locale.ROOT) + server.address().map(address -> " :" + address.getPort()).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	static String transfers(int count) {
		return count == 1 ? Messages.Words_oneTransfer : NLS.bind(Messages.Words_transfers, count);
	}

	static int running(FileServer server) {
		return (int) server.transfers().stream().filter(transfer -> transfer.outcome() == Outcome.RUNNING).count();
	}

	static String rate(Transfer transfer) {
		return transfer.rate() < LEAST && transfer.outcome() != Outcome.RUNNING ? "" : String.format("%.1f MB/s", transfer.rate() / MEGA); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** How long still, or how long it took. */
	static String time(Transfer transfer) {
		if (transfer.outcome() == Outcome.RUNNING) {
			return transfer.left().map(left -> NLS.bind(Messages.Words_left, clock(left))).orElse(transfer.rate() <= 0 ? Messages.Words_waits : ""); //$NON-NLS-1$
		}
		return transfer.time().toSeconds() < MINUTE ? String.format("%.1f s", transfer.time().toMillis() / 1000.0) : clock(transfer.time()); //$NON-NLS-1$
	}

	private static String clock(Duration time) {
		return String.format("%d:%02d", time.toMinutes(), time.toSecondsPart()); //$NON-NLS-1$
	}

	static String at(Instant time) {
		return TIME.format(time);
	}

	/** What stands on the bar of a transfer. */
	static String progress(Transfer transfer) {
		final String done = new ByteSize(transfer.done()).display();
		return switch (transfer.outcome()) {
			case RUNNING -> transfer.total() < 0 ? done : NLS.bind(Messages.Words_of, done, new ByteSize(transfer.total()).display());
			case DONE -> transfer.error().orElse(NLS.bind(transfer.upload() ? Messages.Words_received : Messages.Words_sent, done));
			case FAILED -> NLS.bind(Messages.Words_failed, transfer.error().orElse("")); //$NON-NLS-1$
			case NOT_FOUND -> Messages.Words_notThere;
		};
	}

	static String progress(Missing missing) {
		final String times = missing.times() == 1 ? Messages.Words_notThere : NLS.bind(Messages.Words_notThereTimes, missing.times());
		return missing.near().isEmpty() ? times : times + NLS.bind(Messages.Words_near, String.join(", ", missing.near())); //$NON-NLS-1$
	}

	/** 0 to 100; -1 where it is not known. */
	static int percent(Transfer transfer) {
		return transfer.total() < 0 ? -1 : transfer.total() == 0 ? 100 : (int) Math.min(100, transfer.done() * 100 / transfer.total());
	}
}
