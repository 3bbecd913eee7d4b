package dev.benchtop.ui.storage;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;

/** Rows of a listing in words. */
final class RowWords {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withZone(ZoneId.systemDefault());

	private RowWords() {
	}

	/** One text a column. */
	static String[] of(Row row) {
		return new String[] {row.name(), row.folder() ? "" : new ByteSize(row.size()).display(), time(row.modified()), //$NON-NLS-1$
				row.folder() ? Messages.RowWords_folder : row.type(), row.etag()};
	}

	static String time(long modified) {
		return modified == Row.UNKNOWN ? "" : TIME.format(Instant.ofEpochMilli(modified)); //$NON-NLS-1$
	}

	/** {@code 12 items, 3.4 GiB}, or how many of how many where some are hidden. */
	static String summary(int shown, int total, long bytes) {
		final String size = new ByteSize(bytes).display();
		if (shown < total) {
			return NLS.bind(Messages.RowWords_filtered, new Object[] {count(shown), count(total), size});
		}
		return shown == 1 ? NLS.bind(Messages.RowWords_one, size) : NLS.bind(Messages.RowWords_many, count(shown), size);
	}

	/** {@code 3 selected, 3.4 GiB}; empty for less than two. */
	static String selection(Collection<Row> rows) {
		return rows.size() < 2 ? "" //$NON-NLS-1$
				: NLS.bind(Messages.RowWords_selected, count(rows.size()), new ByteSize(rows.stream().mapToLong(Row::size).sum()).display());
	}

	static String count(long number) {
		return String.format("%,d", number); //$NON-NLS-1$
	}
}
