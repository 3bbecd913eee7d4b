package dev.benchtop.storage.ftp;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;

/** The contract on a server whose folder is here; every test has a folder of its own in it. */
abstract class FtpContract extends StorageContract {

	/** The folder that the server serves. */
	abstract Path served();

	abstract FtpConfig config(String root);

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		Files.createDirectories(served().resolve(place()));
		return driver(local, "FTP", new FtpBackend(config(place())), removeCreatedOnClose);
	}
}
