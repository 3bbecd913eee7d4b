package dev.benchtop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

class SecretStoreTest {

	@TempDir
	Path folder;

	@BeforeEach
	void framework() {
		final boolean there = FrameworkUtil.getBundle(SecretStore.class) != null;
		assertTrue(there || System.getenv("BENCHTOP_CI") == null, "runs in OSGi");
		assumeTrue(there, "runs in OSGi");
	}

	@Test
	void anEmptyStoreHasNothing() throws Exception {
		final var store = new SecretStore(folder.resolve("config"));
		assertEquals(List.of(), store.names());
		assertEquals(Optional.empty(), store.get("token"));
		assertFalse(store.remove("token"));
	}

	@Test
	void whatIsKeptIsReadByEveryStoreOnTheFolder() throws Exception {
		final var one = new SecretStore(folder.resolve("a b"));
		final var two = new SecretStore(folder.resolve("a b"));
		one.set("token", new Secret("s3cret \u00e4\n"));
		assertEquals(Optional.of(new Secret("s3cret \u00e4\n")), two.get("token"));
		two.set("token", new Secret("other"));
		two.set("another.name-1_2", new Secret("x"));
		assertEquals(Optional.of(new Secret("other")), one.get("token"));
		assertEquals(List.of("another.name-1_2", "token"), one.names());
		assertTrue(one.remove("token"));
		assertEquals(Optional.empty(), two.get("token"));
		assertEquals(List.of("another.name-1_2"), two.names());
	}

	@Test
	void nothingIsReadableByOthersOrInTheClear() throws Exception {
		new SecretStore(folder.resolve("config")).set("token", new Secret("s3cret"));
		for (final String name : List.of("secrets", "secrets.key")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("config").resolve(name))));
		}
		assertFalse(Files.readString(folder.resolve("config/secrets")).contains("s3cret"));
		try (var files = Files.list(folder.resolve("config"))) {
			assertEquals(List.of(".secrets.lock", "secrets", "secrets.key"), files.map(file -> file.getFileName().toString()).sorted().toList());
		}
	}

	@Test
	void anotherKeyIsNamedAsTheReason() throws Exception {
		final var store = new SecretStore(folder);
		store.set("token", new Secret("s3cret"));
		Files.writeString(folder.resolve("secrets.key"), "another");
		final var error = assertThrows(BenchException.class, () -> store.get("token"));
		assertTrue(error.getMessage().contains("secrets.key"), error.getMessage());
	}

	@Test
	void namesAreWords() {
		final var error = assertThrows(BenchException.class, () -> new SecretStore(folder).set("a/b", new Secret("x")));
		assertEquals(BenchException.Kind.USAGE, error.kind());
	}
}
