package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.testing.TestContext;

/** The world of one virtual board; its sockets are in a folder with a short name. */
final class VirtualContext extends TestContext implements AutoCloseable {

	private final Path runtime;

	VirtualContext(Path folder) throws IOException {
		this(folder, Files.createTempDirectory("bt"));
	}

	VirtualContext(Path folder, Path runtime) {
		super("virtual", "machine", folder);
		this.runtime = runtime;
	}

	@Override
	public Path runtime() {
		return runtime;
	}

	/** Files of the machine that are there only while it goes. */
	List<Path> leftovers() throws IOException {
		final var left = new ArrayList<Path>();
		try (var files = Files.list(runtime)) {
			left.addAll(files.toList());
		}
		final Path state = state().resolve("qemu/machine");
		if (Files.isDirectory(state)) {
			try (var files = Files.list(state)) {
				files.filter(file -> file.toString().endsWith(".pid") || file.toString().endsWith(".err")).forEach(left::add);
			}
		}
		return left;
	}

	@Override
	public void close() throws IOException {
		try (var files = Files.list(runtime)) {
			for (final Path file : files.toList()) {
				Files.deleteIfExists(file);
			}
		}
		Files.deleteIfExists(runtime);
	}
}
