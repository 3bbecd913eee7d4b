package dev.benchtop.core.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Places;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.bench.Benches.Mode;
import dev.benchtop.core.driver.DriverRegistry;

class BenchFoldersTest {

	@Test
	void remembersWhatWasOpenedInAWindow(@TempDir Path home) throws Exception {
		final var places = new Places(Map.of("HOME", home.toString()));
		final var benches = new BenchFolders(new DriverRegistry(List.of()), new SecretStore(places.config()), places);
		final var one = Files.createDirectory(home.resolve("one"));
		final var two = Files.createDirectory(home.resolve("two"));
		assertEquals(List.of(), benches.recent());
		for (final var folder : List.of(one, two, one)) {
			benches.open(folder, Mode.WATCHED).close();
		}
		try (var bench = benches.open(home, Mode.ONCE)) {
			assertEquals(List.of(), bench.boards());
			assertFalse(bench.trusted());
		}
		assertEquals(List.of(one, two), benches.recent());
		Files.delete(one);
		assertEquals(List.of(two), benches.recent());
	}
}
