package dev.benchtop.core.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Places;

class TrustStoreTest {

	@TempDir
	Path folder;

	private TrustStore store() {
		return new TrustStore(new Places(Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString())));
	}

	private Path bench(String name) throws Exception {
		return Files.createDirectories(folder.resolve(name));
	}

	@Test
	void nothingIsTrustedBeforeTheUserSaysSo() throws Exception {
		assertFalse(store().trusted(bench("a")));
		assertFalse(store().trusted(folder.resolve("missing")));
	}

	@Test
	void trustLastsAndIsForExactlyThatFolder() throws Exception {
		store().trust(bench("a"));
		assertTrue(store().trusted(bench("a")));
		assertFalse(store().trusted(bench("a/b")));
		assertFalse(store().trusted(folder));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("config/benchtop/trusted"))));
	}

	@Test
	void aFolderIsKnownByItsRealPath() throws Exception {
		store().trust(bench("a"));
		final Path link = Files.createSymbolicLink(folder.resolve("link"), bench("a"));
		assertTrue(store().trusted(link));
		Files.delete(link);
		Files.createSymbolicLink(link, bench("b"));
		assertFalse(store().trusted(link));
	}

	@Test
	void trustIsTakenBack() throws Exception {
		store().trust(bench("a"));
		store().trust(bench("b"));
		store().distrust(bench("a"));
		assertFalse(store().trusted(bench("a")));
		assertTrue(store().trusted(bench("b")));
	}

	@Test
	void whatComesWithTheProductIsTrusted() throws Exception {
		final String before = System.getProperty("benchtop.trusted", "");
		System.setProperty("benchtop.trusted", bench("sample") + File.pathSeparator + folder.resolve("missing"));
		try {
			assertTrue(store().trusted(bench("sample")));
			assertFalse(store().trusted(bench("a")));
		} finally {
			System.setProperty("benchtop.trusted", before);
		}
	}
}
