package dev.benchtop.ui.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.storage.Checksums.Algorithm;
import dev.benchtop.core.storage.TransferOptions;
import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.core.storage.TransferQueue.State;
import dev.benchtop.ui.storage.PlacesTransfer.Content;
import dev.benchtop.ui.storage.TreeWork.Amount;

class StorageWordsTest {

	@ParameterizedTest
	@ValueSource(strings = {"images:/", "images:/a b/%40?#.img", "board/node:/x:y", "/home/user/a:b", "/"})
	void aPlaceIsFoundAgainByItsText(String text) {
		assertEquals(text, Place.parse(text).text());
	}

	@Test
	void placesKnowTheirNeighbours() {
		final var place = Place.parse("images:/a/b");
		assertEquals(Optional.of(Place.parse("images:/a")), place.parent());
		assertEquals(Optional.of(Place.root("images")), Place.parse("images:/a").parent());
		assertEquals(Optional.empty(), Place.root("images").parent());
		assertEquals("images", Place.root("images").name());
		assertEquals("images:/a/b/c", place.child("c").text());
		assertTrue(place.isWithin(Place.root("images")));
		assertFalse(Place.parse("images:/ab").isWithin(Place.parse("images:/a")));
		assertFalse(place.isWithin(Place.root("other")));
	}

	@Test
	void whatIsCopiedComesBackFromTheClipboard() {
		final var content = new Content(List.of("images:/a b", "/x\ny"), true);
		assertEquals(content, PlacesTransfer.content(PlacesTransfer.text(content)));
	}

	@Test
	void aTransferSaysHowFarItIs() {
		final var running = item(State.RUNNING, 25 << 20, 100 << 20, 12.5e6, "");
		assertEquals(25, TransferWords.percent(running));
		assertEquals("25 %  \u00b7  25.0 MiB of 100 MiB", TransferWords.progress(running));
		assertEquals("12.5 MB/s", TransferWords.rate(running));
		assertEquals("0:07", TransferWords.clock(TransferWords.left(running).orElseThrow()));
		assertEquals("copying", TransferWords.state(running));
		assertEquals("x.img", TransferWords.name(running));
	}

	@Test
	void aTransferThatDoesNotRunHasNoRate() {
		final var failed = item(State.FAILED, 5, 10, 3, "The connection was lost\nTry again");
		assertEquals("The connection was lost", TransferWords.progress(failed));
		assertEquals("", TransferWords.rate(failed));
		assertEquals(Optional.empty(), TransferWords.left(failed));
		assertEquals(-1, TransferWords.percent(item(State.QUEUED, 0, -1, 0, "")));
		assertEquals("", TransferWords.progress(item(State.QUEUED, 0, -1, 0, "")));
		assertEquals(100, TransferWords.percent(item(State.DONE, 0, 0, 0, "")));
	}

	@Test
	void longTimesHaveHours() {
		assertEquals("1:02:03", TransferWords.clock(Duration.ofSeconds(3723)));
	}

	@Test
	void bytesAreShownAsNumbersAndCharacters() {
		final byte[] bytes = "0123456789abcdef\0\u0001~".getBytes(StandardCharsets.US_ASCII);
		assertEquals("00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef\n"
				+ "00000010  00 01 7e " + "   ".repeat(5) + " " + "   ".repeat(8) + " ..~\n", HexText.of(bytes));
	}

	@ParameterizedTest
	@CsvSource({"hello,true", "'tab\tline\n',true", "'nul\0',false", "\u00fcber,true"})
	void textIsToldFromBytes(String text, boolean expected) {
		assertEquals(expected, new Preview(text.getBytes(StandardCharsets.UTF_8), 10, List.of(), Optional.empty()).isText());
	}

	@Test
	void aDigestIsKnownByItsLength() {
		assertEquals(Algorithm.MD5, ChecksumDialog.of("0".repeat(32)));
		assertEquals(Algorithm.SHA1, ChecksumDialog.of("a".repeat(40)));
		assertEquals(Algorithm.SHA256, ChecksumDialog.of("f".repeat(64)));
		assertNull(ChecksumDialog.of("0".repeat(33)));
		assertNull(ChecksumDialog.of("g".repeat(32)));
	}

	@Test
	void namesThatNoFileCanHaveAreRefused() {
		assertNull(NewName.problem("\u00fcber %40?#.img"));
		assertNotNull(NewName.problem(" "));
		assertNotNull(NewName.problem("a/b"));
		assertNotNull(NewName.problem(".."));
		assertNotNull(NewName.problem("\u00fc".repeat(128)));
	}

	@Test
	void whatGoesIsSaidInFull() {
		assertEquals("1 file, 5 B", DeleteDialog.words(new Amount(1, 0, 5)));
		assertEquals("2 files in 1 folder, 2.0 KiB", DeleteDialog.words(new Amount(2, 1, 2048)));
	}

	@Test
	void whatAStorageCannotDoIsSaidBySelection() {
		final var abilities = Abilities.all().without(Ability.DELETE, "this server takes no changes");
		final var file = new Target(Place.parse("web:/a"), false, 1);
		final var chosen = new Chosen(List.of(file), Optional.of(Place.root("web")), abilities);
		assertEquals(Optional.of("this server takes no changes"), chosen.cannot(Ability.DELETE));
		assertEquals(Optional.empty(), chosen.notOneFile());
		assertTrue(new Chosen(List.of(Target.folder(Place.root("web"))), chosen.folder(), abilities).noTargets().isPresent());
		assertTrue(new Chosen(List.of(file, file), chosen.folder(), abilities).notOneFile().isPresent());
		assertTrue(Chosen.NOTHING.noFolder().isPresent());
	}

	@Test
	void iconsGoByWhatIsPacked() {
		assertEquals("file-image", RowIcons.name("core.wic.xz"));
		assertEquals("file-archive", RowIcons.name("sources.tar.gz"));
		assertEquals("file-text", RowIcons.name("Boot.LOG"));
		assertEquals("file", RowIcons.name("img"));
	}

	@Test
	void foldersThatWereOpenAreGoneBackTo() {
		final var history = new History();
		final var one = Place.root("a");
		final var two = Place.root("b");
		history.go(one);
		history.go(two);
		assertEquals(one, history.back());
		assertFalse(history.canGoBack());
		assertEquals(two, history.forward());
		history.back();
		history.go(Place.root("c"));
		assertFalse(history.canGoForward());
	}

	@Test
	void linksSayHowLongTheyAreGood() {
		assertEquals("15 minutes", LinkMenu.words(Duration.ofMinutes(15)));
		assertEquals("1 hour", LinkMenu.words(Duration.ofHours(1)));
		assertEquals("7 days", LinkMenu.words(Duration.ofDays(7)));
	}

	private static Item item(State state, long bytes, long total, double rate, String message) {
		return new Item(1, "images:/x.img", "/tmp/x.img", TransferOptions.COPY, state, bytes, total, rate, message);
	}
}
