package dev.benchtop.serial;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.LineTransport;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.serial.line.HostPort;
import dev.benchtop.serial.line.SocketTransport;

/** Makes consoles of plain bytes over a socket: {@code type: socket}. */
@Component(service = DriverFactory.class)
public final class SocketFactory implements DriverFactory<SocketConfig> {

	@Override
	public String type() {
		return "socket"; //$NON-NLS-1$
	}

	@Override
	public Class<SocketConfig> configType() {
		return SocketConfig.class;
	}

	@Override
	public String icon() {
		return LineDriver.ICON;
	}

	@Override
	public NodeShape describe(SocketConfig config) {
		return NodeShape.of(Console.class);
	}

	@Override
	public Driver create(DriverContext context, SocketConfig config) throws BenchException {
		return LineDriver.make(context, transport(context, config));
	}

	private static LineTransport transport(DriverContext context, SocketConfig config) throws BenchException {
		if ((config.path() == null) == (config.port() == 0)) {
			throw BenchException.usage(Messages.SocketFactory_either).where(context.place()).build();
		}
		return config.path() == null ? SocketTransport.tcp(new HostPort(config.host(), config.port()), config.cps())
				: SocketTransport.unix(config.path(), config.cps());
	}
}
