package dev.benchtop.storage.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoragePathTest {

	private final StorageFileSystem files = StorageFileSystem.open("store/node", new ScriptedBackend(), false);

	private StoragePath path(String text) {
		return (StoragePath) files.getPath(text);
	}

	@ParameterizedTest
	@CsvSource({"test_dir, test_dir", "test_dir2/, test_dir2", "/test_dir3, test_dir3", "/test_dir4/, test_dir4", "nested/dir, nested/dir",
			"/nested/dir2/, nested/dir2", "dir\\backslash, dir/backslash", "./current_dir, current_dir", "parent/../simple, simple",
			"//double//slash//path, double/slash/path", "a/../../../b, b", "..\\..\\c, c", "/, ''", "'', ''", ".., ''", "..., ...", "a/..b, a/..b",
			"%2e%2e/x, %2e%2e/x"})
	void spellingsOfOneKey(String text, String key) {
		assertEquals(key, path(text).key());
		assertEquals('/' + key, path(text).toAbsolutePath().normalize().toString());
	}

	@Test
	void partsAreThoseOfOtherFileSystems() {
		for (final String text : List.of("/", "/a", "/a/b/c.txt", "a", "a/b", "", "/a/../b/./c", "../x")) {
			final Path ours = path(text);
			final Path theirs = Path.of(text);
			assertEquals(theirs.toString(), ours.toString());
			assertEquals(theirs.isAbsolute(), ours.isAbsolute(), text);
			assertEquals(theirs.getNameCount(), ours.getNameCount(), text);
			assertEquals(String.valueOf(theirs.getParent()), String.valueOf(ours.getParent()), text);
			assertEquals(String.valueOf(theirs.getFileName()), String.valueOf(ours.getFileName()), text);
			assertEquals(String.valueOf(theirs.getRoot()), String.valueOf(ours.getRoot()), text);
			assertEquals(theirs.normalize().toString(), ours.normalize().toString(), text);
			assertEquals(names(theirs), names(ours), text);
			for (final String other : List.of("/", "/a", "a", "a/b", "", "/a/b", "b", "c.txt", "../x", "b/c.txt")) {
				final String both = text + " and " + other;
				assertEquals(theirs.resolve(other).toString(), ours.resolve(other).toString(), both);
				assertEquals(theirs.startsWith(other), ours.startsWith(other), both);
				assertEquals(theirs.endsWith(other), ours.endsWith(other), both);
				assertEquals(theirs.resolveSibling(other).toString(), ours.resolveSibling(other).toString(), both);
				assertEquals(Integer.signum(theirs.compareTo(Path.of(other))), Integer.signum(ours.compareTo(path(other))), both);
				assertEquals(relative(theirs, Path.of(other)), relative(ours, path(other)), both);
			}
		}
	}

	private static List<String> names(Path path) {
		final List<String> names = new ArrayList<>();
		path.forEach(name -> names.add(name.toString()));
		return names;
	}

	private static String relative(Path from, Path to) {
		try {
			return from.relativize(to).toString();
		} catch (final IllegalArgumentException e) {
			return "refused";
		}
	}

	@Test
	void urisKeepEveryName() {
		assertEquals("opendal://store%2Fnode/a%20b/%2540%3F%23/x%252e", path("/a b/%40?#/x%2e").toUri().toString());
		assertEquals("/a b/%40?#", path("/a b/%40?#").toUri().getPath());
		assertThrows(FileSystemNotFoundException.class, () -> files.provider().getPath(path("/a").toUri()));
	}

	@Test
	void pathsBelongToTheirStorage() {
		try (var other = StorageFileSystem.open("store/node", new ScriptedBackend(), false)) {
			assertNotEquals(path("/a"), other.getPath("/a"));
			assertFalse(path("/a").startsWith(other.getPath("/a")));
			assertThrows(ProviderMismatchException.class, () -> path("/a").resolve(other.getPath("b")));
			assertThrows(ProviderMismatchException.class, () -> path("/a").resolve(Path.of("b")));
		}
		assertEquals(1, new TreeSet<>(List.of(path("/same"), path("\\same"), path("//same"), path("/same/"))).size());
		assertThrows(InvalidPathException.class, () -> path("a\0b"));
		assertNull(path("/").getFileName());
		assertTrue(Files.exists(path("/any")));
	}

	@Test
	void patterns() {
		final var matcher = files.getPathMatcher("glob:**/*.{img,xz}");
		assertTrue(matcher.matches(path("/a/b.img")) && matcher.matches(path("/a.xz")) && !matcher.matches(path("/a/b.txt")));
	}
}
