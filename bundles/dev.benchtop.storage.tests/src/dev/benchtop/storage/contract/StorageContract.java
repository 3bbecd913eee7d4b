package dev.benchtop.storage.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Abandonable;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.ExpectedSize;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.capability.StorageAttributes;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.StorageDriver;
import dev.benchtop.storage.backend.Backend;

/**
 * What every storage has to do as far as its {@link Storage#abilities} go; what it cannot do has to be refused with the reason that it names.
 * A subclass opens its kind of storage; a server is best started once for all tests, with the folder {@link #place} of its own for each.
 */
public abstract class StorageContract {

	private static final int MIB = 1 << 20;
	private static final AtomicInteger PLACES = new AtomicInteger();

	/** Names that servers and URLs stumble over. */
	protected static final List<String> ODD_NAMES = List.of("with space.txt", "a%40b.bin", "what?.txt", "hash#tag.txt", "umlaut-äöüß.txt",
			"plus+sign&amp.txt", "semi;colon=equals,.txt", "quote'.txt", ".hidden", "~tilde", "%2e%2e%2fup", "[x]{y}(z)", "日本.img", "@at:colon");

	private final String place = "place" + PLACES.incrementAndGet();
	private Driver driver;

	/** The storage under test. */
	protected Storage storage;

	/** Its root. */
	protected Path root;

	/** A folder of this machine. */
	@TempDir
	protected Path local;

	/** A name of a folder that only this test uses. */
	protected final String place() {
		return place;
	}

	/**
	 * Makes the driver of a storage on the {@link #place} of this test, which is empty at first; another call opens the same place again.
	 *
	 * @param removeCreatedOnClose whether it deletes what was made when it is closed
	 */
	protected abstract Driver open(boolean removeCreatedOnClose) throws Exception;

	/** Puts a file there from outside, with its folders; to be overridden where the storage cannot be written to. */
	protected void put(String path, byte[] content) throws Exception {
		Files.write(root.resolve(path), content);
	}

	/** Makes a driver to which access is refused, where there is such a thing: by a wrong password. */
	protected Optional<Driver> openRefused() throws Exception {
		return Optional.empty();
	}

	/** Bytes of the big file; a multiple of a MiB. */
	protected int bigSize() {
		return 64 * MIB;
	}

	/** Whether the server names such a file in a listing; some keep names with a dot before them to themselves. */
	protected boolean isListed(String name) {
		return true;
	}

	/** Bytes of the longest name of a file. */
	protected int longestName() {
		return 255;
	}

	/** A driver of a backend, where there is no factory to ask. */
	protected static Driver driver(Path folder, String kind, Backend backend, boolean removeCreatedOnClose) {
		return new StorageDriver(new TestContext(folder), kind, backend, removeCreatedOnClose);
	}

	@BeforeEach
	final void openStorage() throws Exception {
		driver = open(false);
		storage = storageOf(driver);
		root = storage.root();
	}

	@AfterEach
	final void closeStorage() {
		driver.close();
	}

	/** Whether it has an ability; where it has not, makes sure that it is refused with the reason. */
	protected final boolean can(Ability ability, Action refused) {
		final Optional<String> whyNot = storage.abilities().whyNot(ability);
		if (whyNot.isPresent()) {
			final var error = assertThrows(FileSystemException.class, refused::run);
			assertTrue(error.getMessage().contains(whyNot.get()), error.getMessage());
			assertTrue(error.getMessage().startsWith("store:/"), error.getMessage());
		}
		return whyNot.isEmpty();
	}

	/** Something that may fail. */
	@FunctionalInterface
	protected interface Action {
		void run() throws IOException;
	}

	private boolean canWrite() {
		return can(Ability.WRITE, () -> Files.write(root.resolve("refused"), new byte[1]));
	}

	private boolean canList() {
		return can(Ability.LIST, () -> Files.newDirectoryStream(root).close());
	}

	@Test
	void isReached() throws Exception {
		put("a", new byte[1]);
		storage.test();
	}

	@Test
	void readsWhatIsThere() throws Exception {
		put("folder/hello.txt", text("hello"));
		final Path file = root.resolve("folder/hello.txt");
		assertEquals("hello", Files.readString(file));
		assertEquals("5d41402abc4b2a76b9719d911017c592", hash("MD5", Files.readAllBytes(file)));
		assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", hash("SHA-256", Files.readAllBytes(file)));
		put("empty", new byte[0]);
		assertEquals(0, Files.readAllBytes(root.resolve("empty")).length);
	}

	@Test
	void writesAndReplaces() throws Exception {
		if (!canWrite()) {
			return;
		}
		final Path file = root.resolve("one/two/file.bin");
		for (final int size : new int[] {0, 1, 300_000, 7}) {
			final byte[] content = noise(size);
			Files.write(file, content);
			assertArrayEquals(content, Files.readAllBytes(file));
			assertEquals(size, Files.size(file));
		}
		assertThrows(FileAlreadyExistsException.class, () -> Files.write(file, new byte[9], StandardOpenOption.CREATE_NEW));
		assertEquals(7, Files.size(file));
		final Path missing = root.resolve("one/none");
		assertThrows(NoSuchFileException.class, () -> Files.write(missing, new byte[9], StandardOpenOption.TRUNCATE_EXISTING));
		assertFalse(Files.exists(missing));
	}

	@Test
	void copiesFromAndToThisMachine() throws Exception {
		final byte[] content = noise(3 * MIB + 17);
		final Path source = Files.write(local.resolve("source"), content);
		if (canWrite()) {
			Files.copy(source, root.resolve("copied.bin"));
		} else {
			put("copied.bin", content);
		}
		final Path back = local.resolve("back");
		Files.copy(root.resolve("copied.bin"), back);
		assertEquals(-1, Files.mismatch(source, back));
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
	void seeks() throws Exception {
		final byte[] content = noise(5 * MIB / 2);
		put("seek.bin", content);
		final Path file = root.resolve("seek.bin");
		try (var channel = Files.newByteChannel(file)) {
			assertEquals(content.length, channel.size());
			channel.position(content.length - 3L);
			assertEquals(content.length - 3L, channel.position());
			assertArrayEquals(Arrays.copyOfRange(content, content.length - 3, content.length), rest(channel));
			assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
			for (final int position : new int[] {0, 1_000_000, 1_000_100, 999_000, 2_000_000, 5, content.length - 1}) {
				final int length = Math.min(70_000, content.length - position);
				assertArrayEquals(Arrays.copyOfRange(content, position, position + length), exactly(channel.position(position), length));
				assertEquals(position + length, channel.position());
			}
			assertEquals(-1, channel.position(content.length + 10L).read(ByteBuffer.allocate(1)));
			assertThrows(IllegalArgumentException.class, () -> channel.position(-1));
		}
		try (var input = Files.newInputStream(file)) {
			assertEquals(1_500_000, input.skip(1_500_000));
			assertEquals(content[1_500_000] & 0xff, input.read());
		}
	}

	@Test
	void readingChannelsHaveTheStatesOfNio() throws Exception {
		put("file", text("hello"));
		final SeekableByteChannel channel = Files.newByteChannel(root.resolve("file"), StandardOpenOption.READ);
		assertTrue(channel.isOpen());
		assertEquals(0, channel.position());
		assertThrows(NonWritableChannelException.class, () -> channel.write(ByteBuffer.allocate(1)));
		assertThrows(NonWritableChannelException.class, () -> channel.truncate(1));
		channel.close();
		channel.close();
		assertFalse(channel.isOpen());
		assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
		assertThrows(ClosedChannelException.class, channel::position);
		assertThrows(ClosedChannelException.class, () -> channel.position(0));
		assertThrows(ClosedChannelException.class, channel::size);
	}

	@Test
	void writingChannelsHaveTheStatesOfNio() throws Exception {
		if (!canWrite()) {
			return;
		}
		final Path file = root.resolve("file");
		final SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
		assertTrue(channel.isOpen());
		assertThrows(NonReadableChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
		assertEquals(5, channel.write(ByteBuffer.wrap(text("hello"))));
		assertEquals(5, channel.position());
		assertEquals(5, channel.position(5).position());
		assertThrows(UnsupportedOperationException.class, () -> channel.position(2));
		assertThrows(UnsupportedOperationException.class, () -> channel.truncate(2));
		channel.close();
		channel.close();
		assertFalse(channel.isOpen());
		assertThrows(ClosedChannelException.class, () -> channel.write(ByteBuffer.allocate(1)));
		assertEquals("hello", Files.readString(file));
	}

	@Test
	void abandonedAndBrokenUploadsLeaveNothing() throws Exception {
		if (!canWrite()) {
			return;
		}
		final Path kept = root.resolve("d/kept");
		Files.write(kept, text("old"));
		for (final Path file : List.of(kept, root.resolve("d/new"))) {
			try (var output = Files.newOutputStream(file)) {
				output.write(noise(MIB));
				((Abandonable) output).abandon();
				assertThrows(ClosedChannelException.class, () -> output.write(noise(MIB)));
			}
			final var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE,
					StandardOpenOption.TRUNCATE_EXISTING, new ExpectedSize(2 * MIB)));
			channel.write(ByteBuffer.wrap(noise(MIB)));
			assertThrows(FileSystemException.class, channel::close);
			channel.close();
		}
		assertEquals("old", Files.readString(kept));
		assertFalse(Files.exists(root.resolve("d/new")));
		if (canList()) {
			assertEquals(Set.of("/d/kept"), names(root.resolve("d")));
		}
		assertEquals(Set.of("d", "d/kept"), storage.created());
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
	void bigFiles() throws Exception {
		final int count = bigSize() / MIB;
		final byte[] block = noise(MIB);
		final Path file = root.resolve("big.img");
		if (canWrite()) {
			try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
				for (int i = 0; i < count; i++) {
					channel.write(numbered(block, i));
				}
			}
		} else {
			final ByteBuffer all = ByteBuffer.allocate(bigSize());
			for (int i = 0; i < count; i++) {
				all.put(numbered(block, i));
			}
			put("big.img", all.array());
		}
		assertEquals(bigSize(), Files.size(file));
		try (var channel = Files.newByteChannel(file)) {
			for (int i = 0; i < count; i++) {
				assertArrayEquals(numbered(block, i).array(), exactly(channel, MIB), "block " + i);
			}
			assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
		}
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

	private static Storage storageOf(Driver driver) {
		return driver.capability(Storage.class).orElseThrow();
	}

	/** The paths that a folder lists. */
	protected static Set<String> names(Path folder) throws IOException {
		final Set<String> names = new TreeSet<>();
		try (var children = Files.newDirectoryStream(folder)) {
			children.forEach(child -> names.add(child.toString()));
		}
		return names;
	}

	protected static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** The same bytes for the same size, that nothing can compress. */
	protected static byte[] noise(int size) {
		final byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

	private static ByteBuffer numbered(byte[] block, int number) {
		return ByteBuffer.wrap(block.clone()).putInt(0, number);
	}

	private static byte[] exactly(SeekableByteChannel channel, int length) throws IOException {
		final ByteBuffer buffer = ByteBuffer.allocate(length);
		while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
			// goes on
		}
		return Arrays.copyOf(buffer.array(), buffer.position());
	}

	private static byte[] rest(SeekableByteChannel channel) throws IOException {
		return exactly(channel, (int) (channel.size() - channel.position()));
	}

	private static String hash(String algorithm, byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
		} catch (final NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}
}
