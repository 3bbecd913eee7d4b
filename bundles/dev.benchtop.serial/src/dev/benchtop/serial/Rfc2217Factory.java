package dev.benchtop.serial;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Console;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.serial.line.HostPort;
import dev.benchtop.serial.telnet.TelnetTransport;

/** Makes consoles of serial ports of other machines: {@code type: rfc2217}. */
@Component(service = DriverFactory.class)
public final class Rfc2217Factory implements DriverFactory<Rfc2217Config> {

	@Override
	public String type() {
		return "rfc2217"; //$NON-NLS-1$
	}

	@Override
	public Class<Rfc2217Config> configType() {
		return Rfc2217Config.class;
	}

	@Override
	public String icon() {
		return LineDriver.ICON;
	}

	@Override
	public NodeShape describe(Rfc2217Config config) {
		return NodeShape.of(Console.class);
	}

	@Override
	public Driver create(DriverContext context, Rfc2217Config config) {
		return LineDriver.make(context, TelnetTransport.port(new HostPort(config.host(), config.port()), config.settings(), config.cps()));
	}
}
