package dev.benchtop.ui.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.ui.storage.Listing.Snapshot;

class ListingTest {

	private final LinkedBlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();

	@ParameterizedTest
	@CsvSource({"disk-2,disk-10", "a,B", "B,c", "img,img1", "img09,img10", "x1y2,x1y10", "A,a", "7,08"})
	void namesAreOrderedAsPeopleOrderThem(String before, String after) {
		assertTrue(NaturalOrder.INSTANCE.compare(before, after) < 0);
		assertTrue(NaturalOrder.INSTANCE.compare(after, before) > 0);
	}

	@Test
	void theOrderOfNamesHoldsForAnyThreeOfThem() {
		final var random = new Random(1);
		final var names = IntStream.range(0, 400).mapToObj(_ -> name(random)).toList();
		final var sorted = new ArrayList<>(names);
		Collections.shuffle(sorted, random);
		sorted.sort(NaturalOrder.INSTANCE);
		for (int i = 0; i < sorted.size(); i++) {
			for (int j = i; j < sorted.size(); j++) {
				assertTrue(NaturalOrder.INSTANCE.compare(sorted.get(i), sorted.get(j)) <= 0);
			}
		}
	}

	@Test
	void foldersComeFirstWhicheverWayTheRowsAreSorted() {
		final Row[] rows = {file("b", 5), folder("z"), file("a", 9), folder("c")};
		assertArrayEquals(new String[] {"c", "z", "a", "b"}, names(sorted(rows, Column.NAME, false)));
		assertArrayEquals(new String[] {"z", "c", "b", "a"}, names(sorted(rows, Column.NAME, true)));
		assertArrayEquals(new String[] {"c", "z", "a", "b"}, names(sorted(rows, Column.SIZE, true)));
	}

	@Test
	void rowsThatComeLaterAreSortedIn() {
		final Row[] first = Listing.merged(new Row[0], List.of(file("m", 1), file("c", 1)), Column.NAME, false);
		final Row[] then = Listing.merged(first, List.of(file("z", 1), file("a", 1), file("d", 1)), Column.NAME, false);
		assertArrayEquals(new String[] {"a", "c", "d", "m", "z"}, names(then));
	}

	@ParameterizedTest
	@CsvSource({"IMG,disk.img|Image.png", "img disk,disk.img", "d*.img,disk.img", "nothing,''", "'  ',disk.img|Image.png|x"})
	void theFilterWantsAllWords(String words, String expected) {
		final Row[] rows = {file("disk.img", 1), file("Image.png", 1), file("x", 1)};
		final Row[] shown = Listing.filtered(rows, words.equals("IMG") ? "im" : words);
		assertEquals(expected, String.join("|", names(shown)));
	}

	@Test
	void aHundredThousandRowsComeInFewSnapshots() throws Exception {
		try (var listing = new Listing(snapshots::add)) {
			final long begun = System.nanoTime();
			final long folder = listing.begin();
			for (int i = 0; i < 100_000; i++) {
				listing.add(folder, file("file-" + i * 7919L % 100_000, i));
			}
			listing.end(folder, Optional.empty());
			final var seen = untilComplete();
			final long tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 100;
			assertTrue(seen.size() <= tenths + 3, seen.size() + " snapshots in " + tenths + " tenths of a second");
			final var last = seen.getLast();
			assertEquals(100_000, last.rows().length);
			assertEquals("file-0", last.rows()[0].name());
			assertEquals("file-99999", last.rows()[99_999].name());
		}
	}

	@Test
	void whatIsShownSaysWhatTheFilterHides() throws Exception {
		try (var listing = new Listing(snapshots::add)) {
			listing.filter("img");
			final long folder = listing.begin();
			listing.add(folder, file("a.img", 10));
			listing.add(folder, file("b.txt", 5));
			listing.end(folder, Optional.empty());
			final var last = untilComplete().getLast();
			assertArrayEquals(new String[] {"a.img"}, names(last.rows()));
			assertEquals(2, last.total());
			assertEquals(10, last.bytes());
		}
	}

	@Test
	void rowsOfTheFolderBeforeAreNotShown() throws Exception {
		try (var listing = new Listing(snapshots::add)) {
			final long before = listing.begin();
			final long now = listing.begin();
			listing.add(before, file("old", 1));
			listing.end(before, Optional.empty());
			listing.add(now, file("new", 1));
			listing.end(now, Optional.empty());
			final var last = untilComplete().getLast();
			assertEquals(now, last.generation());
			assertArrayEquals(new String[] {"new"}, names(last.rows()));
		}
	}

	@Test
	void aFailureKeepsTheRowsThatCame() throws Exception {
		try (var listing = new Listing(snapshots::add)) {
			final long folder = listing.begin();
			listing.add(folder, file("first", 1));
			listing.end(folder, Optional.of(BenchException.failed("The connection was lost").build()));
			final var last = untilComplete().getLast();
			assertEquals(1, last.rows().length);
			assertEquals("The connection was lost", last.failure().orElseThrow().what());
		}
	}

	private List<Snapshot> untilComplete() throws InterruptedException {
		final var seen = new CopyOnWriteArrayList<Snapshot>();
		do {
			seen.add(snapshots.take());
		} while (!seen.getLast().complete());
		return seen;
	}

	private static Row[] sorted(Row[] rows, Column by, boolean descending) {
		return Listing.merged(new Row[0], Arrays.asList(rows), by, descending);
	}

	private static String name(Random random) {
		return random.ints(random.nextInt(1, 6), 0, 7).collect(StringBuilder::new, (text, i) -> text.append("aB01.9-".charAt(i)),
				StringBuilder::append).toString();
	}

	private static Row file(String name, long size) {
		return new Row(name, false, size, 0, "", "");
	}

	private static Row folder(String name) {
		return new Row(name, true, 0, 0, "", "");
	}

	private static String[] names(Row[] rows) {
		return Arrays.stream(rows).map(Row::name).toArray(String[]::new);
	}
}
