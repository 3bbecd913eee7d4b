package dev.benchtop.ui.internal.servers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.benchtop.core.capability.FileServer.Missing;
import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.FileServer.Transfer;

/** A row of the table: a transfer, or a name that was asked for in vain. */
sealed interface TransferRow {

	ServerEntry entry();

	/** What tells the row from all others, while its numbers change. */
	Object key();

	Instant since();

	String name();

	boolean runs();

	record Moved(ServerEntry entry, Transfer transfer) implements TransferRow {
		@Override
		public Object key() {
			return List.of(entry, transfer.id());
		}

		@Override
		public Instant since() {
			return transfer.since();
		}

		@Override
		public String name() {
			return transfer.name();
		}

		@Override
		public boolean runs() {
			return transfer.outcome() == Outcome.RUNNING;
		}
	}

	record Missed(ServerEntry entry, Missing missing) implements TransferRow {
		@Override
		public Object key() {
			return List.of(entry, missing.name());
		}

		@Override
		public Instant since() {
			return missing.last();
		}

		@Override
		public String name() {
			return missing.name();
		}

		@Override
		public boolean runs() {
			return false;
		}
	}

	/** The rows of some servers: what runs first, then the newest. */
	static List<TransferRow> of(List<ServerEntry> entries) {
		final List<TransferRow> rows = new ArrayList<>();
		for (final ServerEntry entry : entries) {
			entry.server().ifPresent(server -> {
				server.transfers().forEach(transfer -> rows.add(new Moved(entry, transfer)));
				server.missing().forEach(missing -> rows.add(new Missed(entry, missing)));
			});
		}
		rows.sort(Comparator.comparing((TransferRow row) -> !row.runs()).thenComparing(TransferRow::since, Comparator.reverseOrder()));
		return rows;
	}
}
