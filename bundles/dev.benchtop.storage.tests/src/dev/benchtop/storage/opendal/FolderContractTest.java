package dev.benchtop.storage.opendal;

import java.nio.file.Files;
import java.util.Map;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;

class FolderContractTest extends StorageContract {

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		Files.createDirectories(local.resolve(place()));
		return Places.open(local, "fs", Map.of("root", place()), removeCreatedOnClose);
	}
}
