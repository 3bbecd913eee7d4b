package dev.benchtop.storage.ftp;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.storage.StorageDriver;

/** Makes storages on FTP servers: {@code type: ftp}. */
@Component(service = DriverFactory.class)
public final class FtpDriverFactory implements DriverFactory<FtpConfig> {

	@Override
	public String type() {
		return "ftp"; //$NON-NLS-1$
	}

	@Override
	public Class<FtpConfig> configType() {
		return FtpConfig.class;
	}

	@Override
	public String icon() {
		return "icons/storage.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(FtpConfig config) {
		return NodeShape.of(Storage.class);
	}

	@Override
	public Driver create(DriverContext context, FtpConfig config) throws BenchException {
		return new StorageDriver(context, config.tls() == TlsMode.NONE ? "FTP" : "FTPS", new FtpBackend(config), false); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
