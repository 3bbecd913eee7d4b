package dev.benchtop.core.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFoldersTest {

	@TempDir
	Path home;

	private Path plugin(String folder, String name) throws IOException {
		return Files.createFile(Files.createDirectories(home.resolve(folder)).resolve(name));
	}

	@Test
	void jarsOfAllFoldersAreFound() throws IOException {
		final Path own = plugin("product/dropins", "own.jar");
		final Path users = plugin("data/benchtop/plugins", "users.jar");
		final Path named = plugin("named", "named.jar");
		plugin("named", "README.md");
		final var folders = PluginFolders.of(Optional.of(home.resolve("product")), Map.of("XDG_DATA_HOME", home.resolve("data").toString(),
				"BENCHTOP_PLUGINS", home.resolve("nowhere") + File.pathSeparator + home.resolve("named")));
		assertEquals(List.of(named, own, users), folders.plugins());
	}

	@Test
	void theLaterFolderWins() throws IOException {
		plugin("product/dropins", "one.jar");
		final Path named = plugin("named", "one.jar");
		final var folders = PluginFolders.of(Optional.of(home.resolve("product")), Map.of("XDG_DATA_HOME", home.toString(), "BENCHTOP_PLUGINS", named.getParent().toString()));
		assertEquals(List.of(named), folders.plugins());
	}

	@Test
	void noFolderHasToBeThere() throws IOException {
		assertEquals(List.of(), PluginFolders.of(Optional.empty(), Map.of("XDG_DATA_HOME", home.toString())).plugins());
	}
}
