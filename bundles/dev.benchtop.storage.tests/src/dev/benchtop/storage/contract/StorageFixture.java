package dev.benchtop.storage.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.StorageDriver;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.testing.TestContext;

/** The storage that a contract is tested with, and what its tests need. */
abstract class StorageFixture {

	protected static final int MIB = 1 << 20;
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
		return new StorageDriver(new TestContext("store", "", folder), kind, backend, removeCreatedOnClose);
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

	protected boolean canWrite() {
		return can(Ability.WRITE, () -> Files.write(root.resolve("refused"), new byte[1]));
	}

	protected boolean canList() {
		return can(Ability.LIST, () -> Files.newDirectoryStream(root).close());
	}

	protected static Storage storageOf(Driver driver) {
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

	protected static ByteBuffer numbered(byte[] block, int number) {
		return ByteBuffer.wrap(block.clone()).putInt(0, number);
	}

	protected static byte[] exactly(SeekableByteChannel channel, int length) throws IOException {
		final ByteBuffer buffer = ByteBuffer.allocate(length);
		while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
			// goes on
		}
		return Arrays.copyOf(buffer.array(), buffer.position());
	}

	protected static byte[] rest(SeekableByteChannel channel) throws IOException {
		return exactly(channel, (int) (channel.size() - channel.position()));
	}

	protected static String hash(String algorithm, byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
		} catch (final NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}
}
