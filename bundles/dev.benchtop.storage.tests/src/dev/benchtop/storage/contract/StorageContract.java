package dev.benchtop.storage.contract;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.StorageDriver;
import dev.benchtop.storage.backend.Backend;

/**
 * What every storage has to do as far as its {@link Storage#abilities} go. A subclass opens its kind of storage; a server is best started once
 * for all tests, with an empty folder of its own for each.
 */
public abstract class StorageContract {

	private Driver driver;

	/** The storage under test. */
	protected Storage storage;

	/** Its root. */
	protected Path root;

	/**
	 * Makes the driver of a storage on an empty place; called once for each test, closed after it.
	 *
	 * @param removeCreatedOnClose whether it deletes what was made when it is closed
	 */
	protected abstract Driver open(boolean removeCreatedOnClose) throws Exception;

	/** Puts a file there from outside, with its folders; to be overridden where the storage cannot be written to. */
	protected void put(String path, byte[] content) throws Exception {
		Files.write(root.resolve(path), content);
	}

	/** A driver of a backend, where there is no factory to ask. */
	protected static Driver driver(Path folder, String kind, Backend backend, boolean removeCreatedOnClose) {
		return new StorageDriver(new TestContext(folder), kind, backend, removeCreatedOnClose);
	}

	@BeforeEach
	final void openStorage() throws Exception {
		driver = open(false);
		storage = driver.capability(Storage.class).orElseThrow();
		root = storage.root();
	}

	@AfterEach
	final void closeStorage() {
		driver.close();
	}
}
