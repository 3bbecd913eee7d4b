package dev.benchtop.core.internal.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders that users drop plug-ins into: {@code dropins} of the installation, {@code $XDG_DATA_HOME/benchtop/plugins}, and those of
 * the variable {@code BENCHTOP_PLUGINS} (separated as in a class path).
 */
record PluginFolders(List<Path> folders) {

	private static final String JAR = "*.jar"; //$NON-NLS-1$

	static PluginFolders of(Optional<Path> installation, Map<String, String> environment) {
		final var folders = new ArrayList<Path>();
		installation.ifPresent(folder -> folders.add(folder.resolve("dropins"))); //$NON-NLS-1$
		final String data = environment.getOrDefault("XDG_DATA_HOME", ""); //$NON-NLS-1$ //$NON-NLS-2$
		folders.add((data.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data)).resolve("benchtop/plugins")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		Arrays.stream(environment.getOrDefault("BENCHTOP_PLUGINS", "").split(File.pathSeparator)).filter(folder -> !folder.isBlank()).map(Path::of).forEach(folders::add); //$NON-NLS-1$ //$NON-NLS-2$
		return new PluginFolders(List.copyOf(folders));
	}

	/** The plug-ins of all folders; of two files of one name the one of the later folder. */
	List<Path> plugins() throws IOException {
		final var plugins = new TreeMap<String, Path>();
		for (final Path folder : folders) {
			if (Files.isDirectory(folder)) {
				try (var jars = Files.newDirectoryStream(folder, JAR)) {
					jars.forEach(jar -> plugins.put(jar.getFileName().toString(), jar.toAbsolutePath().normalize()));
				}
			}
		}
		return List.copyOf(plugins.values());
	}
}
