package dev.benchtop.storage.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.capability.StorageAttributes;
import dev.benchtop.core.driver.Driver;

/**
 * What every storage has to do as far as its {@link Storage#abilities} go; what it cannot do has to be refused with the reason that it names.
 * A subclass opens its kind of storage; a server is best started once for all tests, with the folder {@link #place} of its own for each.
 */
public abstract class StorageContract extends ContentContract {

	@Test
	void isReached() throws Exception {
		put("a", new byte[1]);
		storage.test();
	}

	@Test
	void tellsAttributes() throws Exception {
		put("d/file.bin", noise(1234));
		final var file = Files.readAttributes(root.resolve("d/file.bin"), StorageAttributes.class);
		assertEquals(1234, file.size());
		assertTrue(file.isRegularFile() && !file.isDirectory() && !file.isSymbolicLink() && !file.isOther());
		final var now = Instant.now();
		final Instant modified = file.lastModifiedTime().toInstant();
		assertTrue(modified.equals(Instant.EPOCH) || Duration.between(modified, now).abs().compareTo(Duration.ofMinutes(2)) < 0,
				modified + " is not near " + now);
		file.md5().ifPresent(md5 -> assertEquals(hash("MD5", noise(1234)), md5));
		final var named = Files.readAttributes(root.resolve("d/file.bin"), "storage:*");
		assertEquals(1234L, named.get("size"));
		assertTrue(named.keySet().containsAll(Set.of("etag", "contentType", "md5", "contentDisposition", "isDirectory")));
		assertEquals(Set.of("size", "lastModifiedTime"), Files.readAttributes(root.resolve("d/file.bin"), "size,lastModifiedTime").keySet());
		assertEquals(FileTime.class, Files.getAttribute(root.resolve("d/file.bin"), "basic:lastModifiedTime").getClass());
		assertTrue(Files.isDirectory(root));
		if (storage.abilities().can(Ability.LIST)) {
			assertTrue(Files.readAttributes(root.resolve("d"), BasicFileAttributes.class).isDirectory());
		}
	}

	@Test
	void whatIsMissingIsSaid() throws Exception {
		put("there", new byte[1]);
		final Path missing = root.resolve("no/such.bin");
		assertFalse(Files.exists(missing));
		assertTrue(Files.notExists(missing));
		for (final Action action : List.<Action>of(() -> Files.size(missing), () -> Files.readAllBytes(missing),
				() -> Files.newByteChannel(missing).close())) {
			final var error = assertThrows(NoSuchFileException.class, action::run);
			assertTrue(error.getMessage().startsWith("store:/no/such.bin: cannot be "), error.getMessage());
		}
		if (storage.abilities().can(Ability.DELETE)) {
			assertThrows(NoSuchFileException.class, () -> Files.delete(missing));
			assertFalse(Files.deleteIfExists(missing));
		}
		if (canList()) {
			assertThrows(NoSuchFileException.class, () -> Files.newDirectoryStream(missing).close());
			assertThrows(NotDirectoryException.class, () -> Files.newDirectoryStream(root.resolve("there")).close());
		}
	}

	@Test
	void listsAndScans() throws Exception {
		put("a/b/c/deep.txt", text("1"));
		put("d/e/file.txt", text("22"));
		put("top.txt", text("333"));
		if (canList()) {
			assertEquals(Set.of("/a", "/d", "/top.txt"), names(root));
			assertEquals(Set.of("/a/b"), names(root.resolve("a")));
			try (var children = Files.newDirectoryStream(root, "*.txt")) {
				children.forEach(each -> assertEquals("top.txt", each.getFileName().toString()));
			}
			try (var walk = Files.walk(root)) {
				assertEquals(Set.of("/", "/a", "/a/b", "/a/b/c", "/a/b/c/deep.txt", "/d", "/d/e", "/d/e/file.txt", "/top.txt"),
						new TreeSet<>(walk.map(Path::toString).toList()));
			}
		}
		if (can(Ability.SCAN, () -> storage.scan(root).close())) {
			final Set<String> found = new TreeSet<>();
			try (var all = storage.scan(root)) {
				for (final Path path : all) {
					final boolean folder = Files.isDirectory(path);
					found.add(path + (folder ? "/" : " " + Files.size(path)));
				}
			}
			assertEquals(Set.of("/a/", "/a/b/", "/a/b/c/", "/a/b/c/deep.txt 1", "/d/", "/d/e/", "/d/e/file.txt 2", "/top.txt 3"), found);
		}
	}

	@Test
	void createsFolders() throws Exception {
		final Path folder = root.resolve("x/y/z");
		if (!can(Ability.CREATE_FOLDER, () -> Files.createDirectory(root.resolve("refused")))) {
			return;
		}
		Files.createDirectories(folder);
		Files.createDirectories(folder);
		assertTrue(Files.isDirectory(folder));
		assertTrue(Files.isDirectory(root.resolve("x")));
		assertThrows(FileAlreadyExistsException.class, () -> Files.createDirectory(folder));
		assertEquals(Set.of("x", "x/y", "x/y/z"), storage.created());
		Files.createDirectory(root.resolve("slash/"));
		assertTrue(Files.isDirectory(root.resolve("slash")));
	}

	@Test
	void copiesInside() throws Exception {
		put("from/a.bin", noise(70_000));
		put("other.bin", noise(5));
		final Path from = root.resolve("from/a.bin");
		if (!canWrite()) {
			return;
		}
		final Path to = root.resolve("to/b.bin");
		Files.copy(from, to);
		assertArrayEquals(noise(70_000), Files.readAllBytes(to));
		assertTrue(Files.exists(from));
		assertThrows(FileAlreadyExistsException.class, () -> Files.copy(root.resolve("other.bin"), to));
		Files.copy(root.resolve("other.bin"), to, StandardCopyOption.REPLACE_EXISTING);
		assertEquals(5, Files.size(to));
		assertThrows(NoSuchFileException.class, () -> Files.copy(root.resolve("none"), root.resolve("none2")));
	}

	@Test
	void renames() throws Exception {
		put("a.bin", noise(70_000));
		put("f/one", noise(1));
		put("f/g/two", noise(2));
		final boolean through = storage.abilities().can(Ability.WRITE) && !storage.abilities().can(Ability.RENAME);
		if (!through && !can(Ability.RENAME, () -> Files.move(root.resolve("a.bin"), root.resolve("refused")))) {
			return;
		}
		Files.move(root.resolve("a.bin"), root.resolve("b.bin"));
		assertFalse(Files.exists(root.resolve("a.bin")));
		assertArrayEquals(noise(70_000), Files.readAllBytes(root.resolve("b.bin")));
		assertThrows(FileAlreadyExistsException.class, () -> Files.move(root.resolve("b.bin"), root.resolve("f/one")));
		Files.move(root.resolve("b.bin"), root.resolve("f/one"), StandardCopyOption.REPLACE_EXISTING);
		assertEquals(70_000, Files.size(root.resolve("f/one")));
		if (through) {
			return; // a file goes through this machine then, a folder that is not empty does not
		}
		Files.move(root.resolve("f"), root.resolve("h"));
		assertFalse(Files.exists(root.resolve("f/one")));
		assertEquals(2, Files.size(root.resolve("h/g/two")));
		assertThrows(FileSystemException.class, () -> Files.move(root.resolve("h"), root.resolve("h/inside")));
	}

	@Test
	void deletes() throws Exception {
		put("d/a", noise(1));
		put("d/e/b", noise(1));
		put("keep", noise(1));
		if (!can(Ability.DELETE, () -> Files.delete(root.resolve("keep")))) {
			return;
		}
		assertThrows(DirectoryNotEmptyException.class, () -> Files.delete(root.resolve("d")));
		Files.delete(root.resolve("d/a"));
		assertFalse(Files.exists(root.resolve("d/a")));
		storage.deleteTree(root.resolve("d"));
		assertFalse(Files.exists(root.resolve("d/e/b")));
		assertFalse(Files.exists(root.resolve("d")));
		if (storage.abilities().can(Ability.CREATE_FOLDER)) {
			Files.createDirectories(root.resolve("empty"));
			Files.delete(root.resolve("empty"));
			assertFalse(Files.exists(root.resolve("empty")));
		}
		assertThrows(FileSystemException.class, () -> storage.deleteTree(root));
		assertTrue(Files.exists(root.resolve("keep")));
	}

	@Test
	void oddNames() throws Exception {
		for (final String name : ODD_NAMES) {
			put("odd dir %41/" + name, text(name));
		}
		final Path folder = root.resolve("odd dir %41");
		for (final String name : ODD_NAMES) {
			assertEquals(name, Files.readString(folder.resolve(name)));
			assertEquals(text(name).length, Files.size(folder.resolve(name)), name);
		}
		if (canList()) {
			final Set<String> expected = new TreeSet<>();
			ODD_NAMES.stream().filter(this::isListed).forEach(name -> expected.add("/odd dir %41/" + name));
			assertEquals(expected, names(folder));
		}
		if (storage.abilities().can(Ability.RENAME)) {
			Files.move(folder.resolve(ODD_NAMES.getFirst()), folder.resolve("to#?%20 ä"));
			assertEquals(ODD_NAMES.getFirst(), Files.readString(folder.resolve("to#?%20 ä")));
		}
		if (storage.abilities().can(Ability.DELETE)) {
			storage.deleteTree(folder);
			assertFalse(Files.exists(folder.resolve(ODD_NAMES.get(1))));
		}
	}

	@Test
	void longNames() throws Exception {
		final String name = "n".repeat(longestName() - 4) + ".bin";
		put("d/" + name, text("long"));
		assertEquals("long", Files.readString(root.resolve("d").resolve(name)));
		if (canList()) {
			assertEquals(Set.of("/d/" + name), names(root.resolve("d")));
		}
	}

	@Test
	void nothingLeadsOutOfTheRoot() throws Exception {
		put("in.txt", text("inside"));
		for (final String way : List.of("../in.txt", "/../../in.txt", "a/../../in.txt", "..\\in.txt", "x\\..\\..\\in.txt", "/in.txt", "./in.txt")) {
			assertEquals("inside", Files.readString(root.resolve(way)), way);
			assertEquals("/in.txt", root.resolve(way).toAbsolutePath().normalize().toString(), way);
		}
		for (final String way : List.of("%2e%2e/in.txt", "..%2fin.txt", "%2e%2e%5cin.txt", "../../../../../../../etc/passwd", "..;/in.txt")) {
			assertFalse(Files.exists(root.resolve(way)), way);
		}
		if (canWrite()) {
			Files.write(root.resolve("../../out.txt"), text("stays"));
			assertEquals("stays", Files.readString(root.resolve("out.txt")));
		}
	}

	@Test
	void walksAndCopiesTrees() throws Exception {
		final Path source = Files.createDirectories(local.resolve("tree/sub/subsub")).getParent().getParent();
		Files.write(source.resolve("a"), noise(10));
		Files.write(source.resolve("sub/b"), noise(20));
		Files.write(source.resolve("sub/subsub/c"), noise(30));
		if (!canWrite() || !canList()) {
			return;
		}
		final Path target = root.resolve("tree");
		try (var walk = Files.walk(source)) {
			for (final Path path : walk.toList()) {
				final Path to = target.resolve(source.relativize(path).toString());
				if (Files.isDirectory(path)) {
					Files.createDirectories(to);
				} else {
					Files.copy(path, to);
				}
			}
		}
		try (var walk = Files.walk(target)) {
			final List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
			assertEquals(List.of("/tree/a", "/tree/sub/b", "/tree/sub/subsub/c"), files.stream().map(Path::toString).toList());
			for (final Path file : files) {
				assertEquals(-1, Files.mismatch(file, source.resolve(target.relativize(file).toString())));
			}
		}
	}

	@Test
	void knowsWhatWasMade() throws Exception {
		if (!canWrite()) {
			return;
		}
		put("before.txt", text("old"));
		try (var own = open(true)) {
			final Storage other = storageOf(own);
			final Path made = other.root();
			Files.write(made.resolve("before.txt"), text("new"));
			Files.write(made.resolve("a.txt"), text("a"));
			Files.copy(made.resolve("a.txt"), made.resolve("b.txt"));
			assertEquals(Set.of("a.txt", "b.txt"), other.created());
			if (other.abilities().can(Ability.RENAME)) {
				Files.move(made.resolve("b.txt"), made.resolve("c.txt"));
				assertEquals(Set.of("a.txt", "c.txt"), other.created());
			}
			Files.createDirectories(made.resolve(".\\dir\\x/../backslash/"));
			Files.write(made.resolve("//dir//deep///file"), text("f"));
			assertTrue(other.created().containsAll(Set.of("dir", "dir/backslash", "dir/deep/file")), other.created().toString());
			Files.delete(made.resolve("a.txt"));
			assertFalse(other.created().contains("a.txt"));
		}
		assertEquals("new", Files.readString(root.resolve("before.txt")));
		for (final String gone : List.of("a.txt", "b.txt", "c.txt", "dir/deep/file", "dir/backslash", "dir")) {
			assertFalse(Files.exists(root.resolve(gone)), gone);
		}
	}

	@Test
	void refusedAccessIsSaid() throws Exception {
		final Optional<Driver> refused = openRefused();
		if (refused.isPresent()) {
			try (var no = refused.get()) {
				final Storage other = storageOf(no);
				final var error = assertThrows(BenchException.class, other::test);
				assertTrue(error.why().isPresent(), error.getMessage());
				assertThrows(FileSystemException.class, () -> Files.readAllBytes(other.root().resolve("any")));
			}
		}
	}

	@Test
	void presignsIfItCan() {
		assertEquals(Set.of(Ability.PRESIGN_READ, Ability.PRESIGN_WRITE, Ability.PRESIGN_STAT).stream().anyMatch(storage.abilities()::can),
				storage.presigner().isPresent());
	}
}
