package dev.benchtop.storage.ftp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;

/** The contract on a server whose folder is here; every test has a folder of its own in it. */
abstract class FtpContract extends StorageContract {

	private static final AtomicInteger COUNT = new AtomicInteger();

	/** The folder that the server serves. */
	abstract Path served();

	abstract FtpConfig config(String root);

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		final String name = "store" + COUNT.incrementAndGet();
		Files.createDirectories(served().resolve(name));
		return driver(served().resolveSibling("state"), "FTP", new FtpBackend(config(name)), removeCreatedOnClose);
	}
}
