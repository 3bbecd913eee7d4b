package dev.benchtop.core.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchFolders;
import dev.benchtop.core.bench.Benches.Mode;
import dev.benchtop.core.driver.DriverRegistry;

class LocationsTest {

	@TempDir
	Path home;

	private Path work;
	private Path root;
	private Bench bench;
	private final Locations locations = new Locations(List.of((text, _) -> text.startsWith("http://") ? Optional.of(Path.of("/from/http")) : Optional.empty()));

	@BeforeEach
	void open() throws Exception {
		final var places = new Places(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString()));
		root = Files.createDirectory(home.resolve("root"));
		work = Files.createDirectory(home.resolve("work")).toRealPath();
		final Path folder = Files.createDirectory(home.resolve("bench"));
		Files.writeString(folder.resolve("images.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Storage
				metadata: {name: images}
				storage: {type: folder}
				""");
		Files.writeString(folder.resolve("board.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: board}
				export:
				  files: {type: folder}
				  more: {children: {deep: {type: folder}}}
				""");
		bench = new BenchFolders(new DriverRegistry(List.of(new FolderStorage(root))), new SecretStore(places.config()), places).open(folder, Mode.ONCE);
		bench.trust();
	}

	@AfterEach
	void close() {
		bench.close();
	}

	private Location locate(String text) throws BenchException {
		return locations.locate(text, Optional.of(bench), work);
	}

	private BenchException refused(String text) {
		return assertThrows(BenchException.class, () -> locate(text));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = {"images:a/b,a/b,images:/a/b", "images:/a/b,a/b,images:/a/b", "images:a//./b/,a/b,images:/a/b", "images:a/../b,b,images:/b",
			"board/files:x y,x y,board/files:/x y", "board/more.deep:%40?#,%40?#,board/more.deep:/%40?#", "board/more/deep:ä:b,ä:b,board/more.deep:/ä:b"})
	void placesOfStoragesAreFoundAndWrittenInOneWay(String text, String path, String address) throws BenchException {
		final var found = locate(text);
		assertEquals(root.resolve(path), found.path());
		assertEquals(address, found.text());
		assertEquals(found, locate(found.text()));
		assertEquals(address, Locations.address(found.storage().orElseThrow(), found.path()));
	}

	@Test
	void theRootOfAStorageIsWrittenWithASlash() throws BenchException {
		assertEquals("images:/", locate("images:").text());
		assertEquals(root, locate("images:/").path());
		assertEquals("images:/a/b", locate("images:").resolve("a/b").text());
		assertEquals("images:/a/b", locate("images:a").resolve("b").text());
	}

	@ParameterizedTest
	@ValueSource(strings = {"images:..", "images:../x", "images:a/../../x", "images:/../images"})
	void nothingLeadsOutOfAStorage(String text) {
		assertEquals("The path leads out of the storage", refused(text).what());
	}

	@Test
	void anUnknownStorageHasNearNamesAndALocalWayOut() {
		final var refused = refused("imagse:x");
		assertEquals(BenchException.Kind.USAGE, refused.kind());
		assertTrue(refused.what().contains("did you mean \"images\"?"), refused.what());
		assertTrue(refused.next().orElseThrow().contains("./imagse:x"), refused::getMessage);
		assertTrue(refused("images://x").next().orElseThrow().contains("images:/"), refused("images://x")::getMessage);
		assertTrue(refused("board:x").what().contains("More than one"), refused("board:x")::getMessage);
		assertTrue(refused("board/nothing:x").what().contains("no node"), refused("board/nothing:x")::getMessage);
	}

	@Test
	void aStorageIsMeantBeforeALocalFileOfTheSameName() throws Exception {
		Files.writeString(work.resolve("images:a"), "");
		Files.writeString(work.resolve("other:a"), "");
		assertEquals(root.resolve("a"), locate("images:a").path());
		assertEquals(work.resolve("images:a"), locate("./images:a").path());
		assertEquals(work.resolve("other:a"), locate("other:a").path());
	}

	@Test
	void localFilesAreWrittenInManyWays() throws Exception {
		Files.createDirectories(work.resolve("sub"));
		Files.createSymbolicLink(work.resolve("link"), root);
		assertEquals(work.resolve("a b"), locate("a b").path());
		assertEquals(work.resolve("a b").toString(), locate("sub/.././a b").text());
		assertEquals(Path.of(System.getProperty("user.home"), "x"), locate("~/x").path());
		assertEquals(work.resolve("~x"), locate("~x").path());
		assertEquals(Path.of("/a b"), locate("file:///a%20b").path());
		assertEquals(Path.of("/a b"), locate("file:/a b").path());
		assertEquals(work, locate(".").path());
		assertEquals(home.toRealPath(), locate("link/..").path());
		assertEquals(BenchException.Kind.USAGE, refused("file://elsewhere/x").kind());
		assertEquals(BenchException.Kind.USAGE, refused("a\0b").kind());
		assertEquals(BenchException.Kind.USAGE, refused(" ").kind());
	}

	@Test
	void urlsGoToWhoeverKnowsThemAndKeepTheirSecrets() throws BenchException {
		assertEquals(new Location("http://host/x?\u2026", Path.of("/from/http"), Optional.empty()), locate("http://joe:pass@host/x?sig=1"));
		final var refused = refused("gopher://joe:pass@host/x?sig=1");
		assertTrue(refused.getMessage().contains("gopher") && !refused.getMessage().contains("pass") && !refused.getMessage().contains("sig"), refused::getMessage);
	}

	@Test
	void withoutABenchThereAreNoStorages() throws BenchException {
		assertTrue(assertThrows(BenchException.class, () -> locations.locate("images:a", Optional.empty(), work)).what().contains("No bench"));
		assertEquals(work.resolve("a"), locations.locate("a", Optional.empty(), work).path());
	}
}
