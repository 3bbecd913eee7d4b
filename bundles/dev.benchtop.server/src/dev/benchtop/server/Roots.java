package dev.benchtop.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;

/** What a server serves by its configuration: a folder of its own, which is a storage too, or a storage that is elsewhere. */
final class Roots implements ServedRoot, AutoCloseable {

	/** The type of driver that makes a storage of a folder and knows what was made in it, where its bundle is there. */
	private static final String FOLDER_DRIVER = "opendal"; //$NON-NLS-1$

	private final DriverContext context;
	private final String storage;
	private final Optional<Path> folder;
	private final Optional<Driver> own;

	/**
	 * The folder is made at once.
	 *
	 * @param rootDir null for a folder of the board's own
	 * @param storage empty where a folder is served
	 */
	Roots(DriverContext context, Path rootDir, String storage, boolean removeCreatedOnClose) throws BenchException {
		this.context = context;
		this.storage = storage == null ? "" : storage.strip(); //$NON-NLS-1$
		if (!this.storage.isEmpty()) {
			if (rootDir != null) {
				throw BenchException.usage(Messages.Roots_bothGiven).where(where()).build();
			}
			this.folder = Optional.empty();
			this.own = Optional.empty();
			return;
		}
		final Path made = rootDir == null ? context.state().resolve("served").resolve(context.node()) : rootDir; //$NON-NLS-1$
		make(made);
		this.folder = Optional.of(made);
		this.own = context.make(ServerDriver.STORAGE, FOLDER_DRIVER, Map.of("scheme", "fs", "kwargs", Map.of("root", made.toString()), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				"remove_created_on_close", removeCreatedOnClose)); //$NON-NLS-1$
	}

	@Override
	public String words() {
		return folder.map(Path::toString).orElse(storage);
	}

	@Override
	public Optional<Path> path() throws BenchException {
		if (folder.isPresent()) {
			make(folder.get());
			return folder;
		}
		final var named = context.named(storage, Storage.class).orElseThrow(
				() -> BenchException.usage(NLS.bind(Messages.Roots_noStorage, storage)).where(where()).next(Messages.Roots_storages).build());
		named.test();
		return Optional.of(named.root());
	}

	private void make(Path made) throws BenchException {
		try {
			Files.createDirectories(made);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Roots_noFolder, made)).where(where()).why(e).build();
		}
	}

	/** The storage of the server's own folder. */
	Optional<Driver> own() {
		return own;
	}

	private String where() {
		return context.board() + '/' + context.node();
	}

	@Override
	public void close() {
		own.ifPresent(Driver::close);
	}
}
