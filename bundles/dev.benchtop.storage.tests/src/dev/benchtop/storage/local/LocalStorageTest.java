package dev.benchtop.storage.local;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;

class LocalStorageTest extends StorageContract {

	@Override
	protected Driver open(boolean removeCreatedOnClose) {
		return driver(local, "Folder", new LocalBackend(local.resolve(place())), removeCreatedOnClose);
	}
}
