package dev.benchtop.storage.sftp;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.storage.StorageDriver;

/** Makes storages on SSH servers: {@code type: sftp}. */
@Component(service = DriverFactory.class)
public final class SftpDriverFactory implements DriverFactory<SftpConfig> {

	@Override
	public String type() {
		return "sftp"; //$NON-NLS-1$
	}

	@Override
	public Class<SftpConfig> configType() {
		return SftpConfig.class;
	}

	@Override
	public String icon() {
		return "icons/storage.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(SftpConfig config) {
		return NodeShape.of(Storage.class);
	}

	@Override
	public Driver create(DriverContext context, SftpConfig config) {
		return new StorageDriver(context, "SFTP", new SftpBackend(config), config.removeCreatedOnClose()); //$NON-NLS-1$
	}
}
