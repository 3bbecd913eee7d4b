package dev.benchtop.serial;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Console;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.serial.line.HostPort;
import dev.benchtop.serial.telnet.TelnetTransport;

/** Makes consoles by telnet: {@code type: serial}. */
@Component(service = DriverFactory.class)
public final class TelnetFactory implements DriverFactory<TelnetConfig> {

	@Override
	public String type() {
		return "telnet"; //$NON-NLS-1$
	}

	@Override
	public Class<TelnetConfig> configType() {
		return TelnetConfig.class;
	}

	@Override
	public String icon() {
		return LineDriver.ICON;
	}

	@Override
	public NodeShape describe(TelnetConfig config) {
		return NodeShape.of(Console.class);
	}

	@Override
	public Driver create(DriverContext context, TelnetConfig config) {
		return LineDriver.make(context, TelnetTransport.plain(new HostPort(config.host(), config.port()), config.cps()));
	}
}
