package dev.benchtop.storage.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.capability.LocalPath;
import dev.benchtop.storage.fs.StorageFileSystem;

class LocalBackendTest {

	private static final int MANY = 100_000;

	@TempDir
	Path folder;

	private StorageFileSystem files;

	@AfterEach
	void close() {
		if (files != null) {
			files.close();
		}
	}

	private Path root() {
		files = StorageFileSystem.open("store", new LocalBackend(folder.resolve("root")), false);
		return files.root();
	}

	@Test
	void linksLeadNowhereOutside() throws Exception {
		final Path real = Files.createDirectories(folder.resolve("root/in"));
		final Path outside = Files.createDirectories(folder.resolve("outside"));
		Files.writeString(outside.resolve("secret"), "secret");
		Files.createSymbolicLink(real.resolve("out"), outside);
		Files.createSymbolicLink(real.resolve("file"), outside.resolve("secret"));
		Files.createSymbolicLink(real.resolve("up"), Path.of("../../outside"));
		Files.createSymbolicLink(real.resolve("self"), Path.of("."));
		Files.writeString(real.resolve("own"), "own");
		final Path in = root().resolve("in");

		for (final String way : new String[] {"out/secret", "file", "up/secret", "out"}) {
			final var error = assertThrows(AccessDeniedException.class, () -> Files.size(in.resolve(way)), way);
			assertTrue(error.getMessage().endsWith("a link leads out of the storage"), error.getMessage());
		}
		assertThrows(AccessDeniedException.class, () -> Files.readString(in.resolve("file")));
		assertThrows(AccessDeniedException.class, () -> Files.newDirectoryStream(in.resolve("up")));
		assertThrows(AccessDeniedException.class, () -> Files.writeString(in.resolve("out/new"), "x"));
		assertThrows(AccessDeniedException.class, () -> Files.writeString(in.resolve("file"), "x", StandardOpenOption.APPEND));
		assertThrows(AccessDeniedException.class, () -> Files.createDirectories(in.resolve("out/new/folder")));
		assertThrows(AccessDeniedException.class, () -> Files.delete(in.resolve("out/secret")));
		assertThrows(AccessDeniedException.class, () -> Files.move(in.resolve("own"), in.resolve("out/own")));
		assertEquals("own", Files.readString(in.resolve("self/own")));
		try (var all = files.scan(files.root())) {
			all.forEach(path -> assertFalse(path.toString().contains("secret"), path.toString()));
		}
		files.deleteTree(in);
		assertFalse(Files.exists(real));
		assertEquals("secret", Files.readString(outside.resolve("secret")));
	}

	@Test
	void aHundredThousandNames() throws Exception {
		final Path real = Files.createDirectories(folder.resolve("root/many"));
		for (int i = 0; i < MANY; i++) {
			Files.createFile(real.resolve("file" + i));
		}
		int count = 0;
		try (var names = Files.newDirectoryStream(root().resolve("many"))) {
			for (final Path path : names) {
				assertTrue(path.startsWith("/many"));
				count++;
			}
		}
		assertEquals(MANY, count);
		files.deleteTree(files.getPath("many"));
		assertFalse(Files.exists(real));
	}

	@Test
	void filesAreOpenedAsTheyAre() throws Exception {
		final Path file = root().resolve("a/file");
		Files.writeString(file, "hello");
		try (var channel = Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			assertTrue(channel instanceof FileChannel);
			channel.position(1).write(ByteBuffer.wrap(new byte[] {'a'}));
		}
		Files.writeString(file, " world", StandardOpenOption.APPEND);
		assertEquals("hallo world", Files.readString(folder.resolve("root/a/file")));
		try (var channel = FileChannel.open(file)) {
			assertEquals(11, channel.size());
		}
		assertEquals(Files.getFileStore(folder), Files.getFileStore(file));
	}

	@Test
	void whoReadsMayHaveTheFileItself() throws Exception {
		final Path file = root().resolve("a/file");
		Files.writeString(file, "hello");
		assertEquals(Optional.empty(), local(files.getPath("a/none")));
		assertEquals(Optional.of(folder.toRealPath().resolve("root/a/file")), local(file));
		Files.createSymbolicLink(folder.resolve("root/inside"), Path.of("a/file"));
		assertEquals(Optional.of(folder.toRealPath().resolve("root/a/file")), local(files.getPath("inside")));
		Files.createSymbolicLink(folder.resolve("root/outside"), folder);
		assertThrows(AccessDeniedException.class, () -> local(files.getPath("outside")));
	}

	private static Optional<Path> local(Path path) throws IOException {
		return LocalPath.of(path);
	}

	@Test
	void aRootThatIsMissingIsMadeByAWriteAlone() throws Exception {
		assertThrows(NoSuchFileException.class, () -> files().test());
		assertFalse(Files.exists(folder.resolve("root")));
		Files.writeString(files.root().resolve("x"), "x");
		files.test();
	}

	private StorageFileSystem files() {
		root();
		return files;
	}
}
