package dev.benchtop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

	@TempDir
	Path folder;

	@Test
	void variablesCount() {
		final var places = new Places(Map.of("XDG_CONFIG_HOME", "/c", "XDG_CACHE_HOME", "/d", "XDG_STATE_HOME", "/s", "XDG_RUNTIME_DIR", "/r"));
		assertEquals(Path.of("/c/benchtop"), places.config());
		assertEquals(Path.of("/d/benchtop"), places.cache());
		assertEquals(Path.of("/s/benchtop"), places.state());
		assertEquals(Path.of("/r/benchtop"), places.runtime());
	}

	@Test
	void withoutThemTheHomeCounts() {
		final var places = new Places(Map.of("HOME", "/home/u", "XDG_CONFIG_HOME", "relative"));
		assertEquals(Path.of("/home/u/.config/benchtop"), places.config());
		assertEquals(Path.of("/home/u/.cache/benchtop"), places.cache());
		assertEquals(Path.of("/home/u/.local/state/benchtop"), places.state());
		assertTrue(places.runtime().startsWith(Path.of(System.getProperty("java.io.tmpdir"))));
	}

	@Test
	void aBenchHasOneStateByWhicheverPath() throws Exception {
		final var places = new Places(Map.of("HOME", "/home/u"));
		final Path bench = Files.createDirectories(folder.resolve("bench"));
		final Path other = Files.createDirectories(folder.resolve("x/bench"));
		final Path link = Files.createSymbolicLink(folder.resolve("link"), bench);
		assertEquals(places.state(bench, "b"), places.state(link, "b"));
		assertEquals(places.state(bench, "b"), places.state(bench.resolve("../bench"), "b"));
		assertNotEquals(places.state(bench), places.state(other));
		assertTrue(places.state(bench).getFileName().toString().matches("bench-[0-9a-f]{8}"));
	}

	@Test
	void aBoardsNameIsNoWayOut() {
		final var places = new Places(Map.of("HOME", "/home/u"));
		assertEquals(places.state(folder), places.state(folder, "..").getParent());
		assertEquals(places.state(folder), places.state(folder, "../../x").getParent());
		assertEquals(places.state(folder), places.state(folder, "").getParent());
	}

	@Test
	void socketsHaveRoom() {
		final var places = new Places(Map.of("XDG_RUNTIME_DIR", "/run/user/1000"));
		assertTrue(places.runtime(folder, "a-board-with-a-name-that-is-much-longer-than-any-board-should-have").toString().length() < 50);
	}
}
