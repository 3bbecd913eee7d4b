package dev.benchtop.server;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.server.tftp.TftpSettings;

/** Makes TFTP servers: {@code type: tftp-server}. */
@Component(service = DriverFactory.class)
public final class TftpServerDriverFactory implements DriverFactory<TftpServerConfig> {

	@Override
	public String type() {
		return "tftp-server"; //$NON-NLS-1$
	}

	@Override
	public Class<TftpServerConfig> configType() {
		return TftpServerConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_tftp.driver.Tftp"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return ServerDriver.ICON;
	}

	@Override
	public NodeShape describe(TftpServerConfig config) {
		return ServerDriver.shape(config.storage());
	}

	@Override
	public Driver create(DriverContext context, TftpServerConfig config) throws BenchException {
		final var settings = TftpSettings.defaults().withMaxWindow(config.maxWindow()).withRollover(config.rollover()).withGiveUp(config.giveUp())
				.withMaxUpload(config.quota().bytes());
		return new ServerDriver(context, new TftpProtocol(config.writable(), settings, List.of(0)), config.host(), config.port(),
				new Roots(context, config.rootDir(), config.storage(), config.removeCreatedOnClose()));
	}
}
