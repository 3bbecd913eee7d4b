package dev.benchtop.storage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.NioBackend;

/** A folder of this machine, whose files are opened as they are. */
public final class LocalBackend extends NioBackend {

	private static final Abilities ABILITIES = Abilities.all().without(Ability.PRESIGN_READ, Messages.LocalBackend_noUrl)
			.without(Ability.PRESIGN_WRITE, Messages.LocalBackend_noUrl).without(Ability.PRESIGN_STAT, Messages.LocalBackend_noUrl);

	private final Path folder;
	private volatile Path root;

	/** @param folder made when something is written to it, where it is missing */
	public LocalBackend(Path folder) {
		this.folder = folder.toAbsolutePath();
	}

	@Override
	public Abilities abilities() {
		return ABILITIES;
	}

	@Override
	protected Path root() throws IOException {
		Path known = root;
		if (known == null) {
			known = folder.toRealPath();
			root = known;
		}
		return known;
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		makeRoot();
		return super.write(key, size);
	}

	@Override
	public void createFolder(String key) throws IOException {
		makeRoot();
		super.createFolder(key);
	}

	private void makeRoot() throws BackendException {
		if (root == null) {
			run(() -> Files.createDirectories(folder));
		}
	}

	@Override
	public Optional<Path> direct(String key) throws IOException {
		return Optional.of(run(() -> {
			final Path place = place(key);
			return Files.isSymbolicLink(place) ? existing(key) : place;
		}));
	}

	@Override
	public void close() {
		// holds nothing
	}
}
