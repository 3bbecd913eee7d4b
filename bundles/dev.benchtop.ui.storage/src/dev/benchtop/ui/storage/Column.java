package dev.benchtop.ui.storage;

import java.util.Comparator;

/** A column of the listing, and how it orders the rows; folders always come first, and equal rows go by name. */
enum Column {

	NAME(Comparator.comparing(Row::name, NaturalOrder.INSTANCE)),
	SIZE(Comparator.comparingLong(Row::size)),
	MODIFIED(Comparator.comparingLong(Row::modified)),
	TYPE(Comparator.comparing(Row::type)),
	ETAG(Comparator.comparing(Row::etag));

	private static final Comparator<Row> FOLDERS_FIRST = Comparator.comparing(row -> row.folder() ? 0 : 1);

	private final Comparator<Row> ascending;

	Column(Comparator<Row> ascending) {
		this.ascending = ascending;
	}

	/** The order of the rows by this column. */
	Comparator<Row> order(boolean descending) {
		final var byName = Comparator.comparing(Row::name, NaturalOrder.INSTANCE);
		return FOLDERS_FIRST.thenComparing(descending ? ascending.reversed() : ascending).thenComparing(byName);
	}
}
