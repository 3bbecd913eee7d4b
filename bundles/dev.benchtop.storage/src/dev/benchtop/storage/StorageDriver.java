package dev.benchtop.storage;

import java.util.Optional;

import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.fs.StorageFileSystem;

/** The driver of every kind of storage: offers {@link Storage}, and closes what it was made of. */
public final class StorageDriver implements Driver {

	private final StorageFileSystem files;
	private final Storage storage;
	private final boolean removeCreatedOnClose;

	/**
	 * @param kind what is at the other end, for people: {@code SFTP}
	 * @param backend closed with this driver
	 * @param removeCreatedOnClose whether closing deletes what was made through this storage; never what was there before
	 */
	public StorageDriver(DriverContext context, String kind, Backend backend, boolean removeCreatedOnClose) {
		this.files = StorageFileSystem.open(context.place(), backend, true);
		this.storage = new FileSystemStorage(context, kind, files);
		this.removeCreatedOnClose = removeCreatedOnClose;
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return type == Storage.class ? Optional.of(type.cast(storage)) : Optional.empty();
	}

	@Override
	public void close() {
		if (removeCreatedOnClose) {
			files.removeCreated();
		}
		files.close();
	}
}
