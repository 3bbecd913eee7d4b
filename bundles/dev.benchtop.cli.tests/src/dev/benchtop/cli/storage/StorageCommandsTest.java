package dev.benchtop.cli.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.cli.Desk;
import dev.benchtop.core.BenchException;

@Timeout(120)
class StorageCommandsTest {

	private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	@TempDir
	Path home;

	private Desk desk;

	@BeforeEach
	void open() throws IOException, BenchException {
		desk = new Desk(home);
		desk.storage("s3", "");
		desk.storage("web", "readOnly: true");
		desk.store().put("/images/x.img", "abc");
		desk.store().put("/images/old/y.img", "abcdef");
		desk.store().put("/top", "");
	}

	private Desk.Run fine(String... arguments) {
		final var run = desk.run(arguments);
		assertEquals(0, run.code(), run.err());
		return run;
	}

	private String stored(String name) throws IOException {
		return Files.readString(desk.store().path(name));
	}

	private String local(String name) throws IOException {
		return Files.readString(desk.folder().resolve(name));
	}

	@Test
	void aFolderIsListedSorted() {
		assertEquals("images/\ntop\n", fine("ls", "s3:").out());
		assertEquals("old/\nx.img\n", fine("ls", "s3:/images/").out());
		assertEquals("images/\nimages/old/\nimages/old/y.img\nimages/x.img\ntop\n", fine("ls", "-R", "s3:").out());
		assertTrue(fine("ls", "-l", "s3:images").out().matches("(?s) +-  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  old/\n +3  .*  x.img\n"));
		assertEquals("x.img\n", fine("ls", "s3:images/x.img").out());
	}

	@Test
	void aLocalFolderIsListedToo() {
		desk.file("d/a", "1");
		assertEquals("a\n", fine("ls", "d").out());
		assertEquals("d/\nd/a\nfake.yaml\ns3.yaml\nweb.yaml\n", fine("ls", "-R").out());
	}

	@Test
	void aListingIsJson() {
		final var entries = fine("ls", "s3:images", "--json").json().getAsJsonArray();
		assertEquals(2, entries.size());
		final var file = entries.asList().stream().map(entry -> entry.getAsJsonObject()).filter(entry -> entry.get("name").getAsString().equals("x.img")).findFirst();
		assertEquals("file", file.orElseThrow().get("type").getAsString());
		assertEquals(3, file.orElseThrow().get("size").getAsLong());
	}

	@Test
	void whatIsNotThereIsOneSentence() {
		final var run = desk.run("ls", "s3:none");
		assertEquals(1, run.code());
		assertEquals("benchtop: s3:/none: It cannot be looked at: it does not exist\n", run.err());
	}

	@Test
	void anUnknownStorageHasANearName() {
		final var run = desk.run("ls", "s4:x");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("There is no storage \"s4\"; did you mean \"s3\"?"), run.err());
		assertTrue(run.err().contains("./s4:x"), run.err());
		assertEquals(2, desk.run("cat", "s3:../../etc/passwd").code());
	}

	@Test
	void aBenchThatIsNotTrustedIsNotUsed() throws IOException {
		final Path other = Files.createDirectories(home.resolve("other"));
		Files.copy(desk.folder().resolve("s3.yaml"), other.resolve("s3.yaml"));
		final var run = desk.run("ls", "s3:", "--bench", other.toString());
		assertEquals(2, run.code());
		assertTrue(run.err().contains("not trusted") && run.err().contains("store (s3)"), run.err());
		assertEquals(0, desk.run("ls", home.toString(), "--bench", other.toString()).code());
	}

	@Test
	void aFileIsLookedAt() {
		assertTrue(fine("stat", "s3:images/x.img").out().startsWith("location: s3:/images/x.img\nname: x.img\ntype: file\nsize: 3\n"));
		assertEquals("folder", fine("stat", "s3:/", "--json").json().getAsJsonObject().get("type").getAsString());
	}

	@Test
	void aFileIsPrintedWholeAndInPart() {
		assertEquals("abc", fine("cat", "s3:images/x.img").out());
		assertEquals("bcd", fine("cat", "s3:images/old/y.img", "--offset", "1", "--length", "3").out());
		assertEquals("f", fine("cat", "s3:images/old/y.img", "--offset", "5", "--length", "1K").out());
		assertEquals("", fine("cat", "s3:images/old/y.img", "--offset", "50").out());
		assertEquals(2, desk.run("cat", "s3:images").code());
		assertEquals(1, desk.run("cat", "s3:none").code());
	}

	@Test
	void aFileIsCopiedThereAndBack() throws IOException {
		desk.file("a", "content");
		final var run = fine("cp", "a", "s3:new/a");
		assertTrue(run.err().contains("1 file, 7 B in "), run.err());
		assertEquals("content", stored("/new/a"));
		fine("cp", "--verify", "s3:new/a", "back");
		assertEquals("content", local("back"));
		fine("cp", "s3:new/a", "s3:new/b");
		assertEquals("content", stored("/new/b"));
	}

	@Test
	void whatIsThereIsReplacedOnlyByForce() throws IOException {
		desk.file("a", "content");
		final var run = desk.run("cp", "a", "s3:images/x.img");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("benchtop: s3:/images/x.img: The file exists already") && run.err().contains("--force"), run.err());
		assertEquals("abc", stored("/images/x.img"));
		assertEquals(1, fine("cp", "--skip-existing", "a", "s3:images/x.img", "--json").json().getAsJsonObject().get("skipped").getAsLong());
		assertEquals(1, fine("cp", "-u", "a", "s3:images/x.img", "--json").json().getAsJsonObject().get("files").getAsLong());
		assertEquals(1, fine("cp", "-f", "a", "s3:top", "--json").json().getAsJsonObject().get("files").getAsLong());
		assertEquals(2, desk.run("cp", "-f", "-u", "a", "s3:top").code());
	}

	@Test
	void severalFilesGoIntoAFolder() throws IOException {
		desk.file("a", "1");
		desk.file("b", "2");
		fine("cp", "a", "b", "s3:images");
		assertEquals("2", stored("/images/b"));
		fine("cp", "a", "b", "s3:fresh/");
		assertEquals("1", stored("/fresh/a"));
		final var run = desk.run("cp", "a", "b", "s3:nowhere");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("Write s3:nowhere/ to make it one"), run.err());
		fine("cp", "a", "s3:");
		assertEquals("1", stored("/a"));
	}

	@Test
	void aFolderIsCopiedAsUsersKnowIt() throws IOException {
		assertEquals(2, desk.run("cp", "s3:images", "here").code());
		fine("cp", "-r", "s3:images", "here");
		assertEquals("abcdef", local("here/old/y.img"));
		fine("cp", "-r", "s3:images", "here");
		assertEquals("abc", local("here/images/x.img"));
		Files.createDirectory(desk.folder().resolve("all"));
		fine("cp", "-r", "s3:", "all");
		assertEquals("abc", local("all/images/x.img"));
	}

	@Test
	void aFailureOfOneFileIsAFailure() throws IOException {
		desk.file("d/x.img", "other");
		desk.file("d/z.img", "z");
		final var run = desk.run("cp", "-r", "d", "s3:images/", "--json");
		assertEquals(0, run.code(), run.err());
		desk.file("e/images/x.img", "other");
		desk.file("e/images/z.img", "z");
		final var again = desk.run("cp", "-r", "e/images", "s3:", "--json");
		assertEquals(1, again.code());
		assertEquals("z", stored("/images/z.img"));
		assertEquals("abc", stored("/images/x.img"));
		assertEquals("s3:/images/x.img",
				again.json().getAsJsonObject().getAsJsonArray("failures").get(0).getAsJsonObject().get("where").getAsString());
	}

	@Test
	void standardInputAndOutputAreFilesToo() throws IOException {
		desk.typing("typed");
		fine("cp", "-", "s3:in/put");
		assertEquals("typed", stored("/in/put"));
		assertEquals("typed", fine("cp", "s3:in/put", "-").out());
		desk.typing("again");
		assertEquals(1, desk.run("cp", "-", "s3:in/put").code());
		assertEquals(2, desk.run("cp", "-", "s3:in/").code());
		fine("cp", "-f", "-", "local");
		assertEquals("again", local("local"));
	}

	@Test
	void inputThatBreaksLeavesNothing() throws IOException {
		desk.typing(new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("pipe broke");
			}
		});
		final var run = desk.run("cp", "-", "local");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("pipe broke"), run.err());
		assertEquals("fake.yaml\ns3.yaml\nweb.yaml\n", fine("ls").out());
	}

	@Test
	void filesAreMoved() throws IOException {
		assertEquals("1 renamed\n", fine("mv", "s3:images/x.img", "s3:images/z.img").err());
		assertEquals("abc", stored("/images/z.img"));
		assertFalse(Files.exists(desk.store().path("/images/x.img")));
		fine("mv", "s3:images", "moved");
		assertEquals("abcdef", local("moved/old/y.img"));
		assertFalse(Files.exists(desk.store().path("/images")));
		assertEquals(2, desk.run("mv", "s3:", "x").code());
	}

	@Test
	void whatIsDeletedIsTold() {
		assertEquals("s3:/top: deleted (0 B)\n", fine("rm", "s3:top").out());
		assertEquals(2, desk.run("rm", "s3:images").code());
		assertEquals("s3:/images: deleted (2 files in 2 folders, 9 B)\n", fine("rm", "-r", "s3:images").out());
		assertEquals(1, desk.run("rm", "s3:images").code());
		assertEquals("", fine("rm", "-f", "s3:images").out());
	}

	@Test
	void allOfAStorageGoesOnlyByForce() {
		final var run = desk.run("rm", "-r", "s3:top", "s3:");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("--force"), run.err());
		assertTrue(Files.exists(desk.store().path("/top")));
		desk.file("d/a", "1");
		assertEquals(2, desk.run("rm", "-r", "d", "/").code());
		assertTrue(Files.exists(desk.folder().resolve("d/a")));
	}

	@Test
	void aLinkIsDeletedAndNotWhatItLeadsTo() throws IOException {
		desk.file("d/a", "1");
		Files.createSymbolicLink(desk.folder().resolve("e"), desk.folder().resolve("d"));
		fine("rm", "e");
		assertEquals("1", local("d/a"));
		Files.createSymbolicLink(desk.folder().resolve("d/up"), desk.folder());
		fine("rm", "-r", "d");
		assertTrue(Files.exists(desk.folder().resolve("fake.yaml")));
	}

	@Test
	void foldersAreMade() {
		fine("mkdir", "s3:a/b/c", "-p", "x/y");
		desk.file("x/y/z", "1");
		assertEquals(desk.folder() + "/x: deleted (1 file in 2 folders, 1 B)\n", fine("rm", "-r", "x").out());
		fine("mkdir", "-p", "x/y");
		assertTrue(Files.isDirectory(desk.store().path("/a/b/c")));
		assertTrue(Files.isDirectory(desk.folder().resolve("x/y")));
		fine("mkdir", "s3:a/b/c");
		assertEquals(1, desk.run("mkdir", "s3:top").code());
	}

	@Test
	void filesAreDigested() {
		assertEquals(ABC + "  s3:images/x.img\n", fine("hash", "s3:images/x.img").out());
		assertEquals("900150983cd24fb0d6963f7d28e17f72  s3:images/x.img\n", fine("hash", "--algo", "md5", "s3:images/x.img").out());
		assertEquals(ABC, fine("hash", "s3:images/x.img", "--json").json().getAsJsonArray().get(0).getAsJsonObject().get("hash").getAsString());
		assertEquals(2, desk.run("hash", "s3:images").code());
	}

	@Test
	void urlsAreSignedInTheFormThatIsWanted() {
		assertEquals("http://store/images/x.img?expires=600\n", fine("presign", "s3:images/x.img", "read", "--expire", "10m").out());
		assertEquals("wget ${loadaddr} 'http://store/images/x.img?expires=3600'\n", fine("presign", "s3:images/x.img", "read", "--as", "uboot").out());
		assertEquals("curl -f -T 'x.img' -H 'X-Tag: a b' 'http://store/images/x.img?expires=3600'\n",
				fine("presign", "s3:images/x.img", "write", "--as", "curl").out());
		assertEquals("GET", fine("presign", "s3:images/x.img", "--json").json().getAsJsonObject().get("method").getAsString());
		assertEquals(2, desk.run("presign", "s3:images/x.img", "write", "--as", "uboot").code());
		final var run = desk.run("presign", "web:images/x.img", "read");
		assertEquals("benchtop: web:/images/x.img: The storage has no such URLs: it signs nothing\n", run.err());
		assertEquals(2, desk.run("presign", "fake.yaml", "read").code());
	}

	@Test
	void aStorageTellsWhatItCanDo() {
		assertTrue(fine("capability", "s3").out().contains("presign-read   yes\n"));
		assertTrue(fine("capability", "web:").out().contains("write          no: it is read only\n"));
		final var json = fine("capability", "web", "--json").json().getAsJsonObject();
		assertFalse(json.getAsJsonObject("abilities").get("write").getAsBoolean());
		assertEquals("it is read only", json.getAsJsonObject("whyNot").get("write").getAsString());
	}

	@Test
	void whatAStorageCannotDoIsRefusedBeforeAnythingIsDone() throws IOException {
		desk.file("a", "1");
		final var run = desk.run("cp", "a", "web:a");
		assertEquals("benchtop: web:/a: It cannot be written: it is read only\n", run.err());
		assertEquals(1, desk.run("mv", "web:images/x.img", "x").code());
		assertFalse(Files.exists(desk.folder().resolve("x")));
	}

	@Test
	void urlsAreReadWithoutTheirSecretsBeingPrinted() throws IOException {
		desk.resolving((text, _) -> text.startsWith("http:") ? Optional.of(desk.store().path("/images/x.img")) : Optional.empty());
		assertTrue(fine("hash", "http://joe:secret@host/x.img?sig=secret").out().endsWith("  http://host/x.img?\u2026\n"));
		fine("cp", "http://host/x.img?sig=secret", "./");
		assertEquals("abc", local("x.img"));
		final var run = desk.run("ls", "gopher://joe:secret@host/x?sig=secret");
		assertEquals(2, run.code());
		assertFalse(run.err().contains("secret"), run.err());
	}

	@Test
	void ctrlCEndsWith130() {
		desk.file("a", "1");
		desk.token().cancel();
		assertEquals(130, desk.run("cp", "a", "s3:a").code());
		assertFalse(Files.exists(desk.store().path("/a")));
	}
}
