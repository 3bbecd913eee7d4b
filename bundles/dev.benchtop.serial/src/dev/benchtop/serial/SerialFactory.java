package dev.benchtop.serial;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** Makes serial consoles: {@code type: serial}. */
@Component(service = DriverFactory.class)
public final class SerialFactory implements DriverFactory<SerialConfig> {

	@Override
	public String type() {
		return "serial"; //$NON-NLS-1$
	}

	@Override
	public Class<SerialConfig> configType() {
		return SerialConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_pyserial.driver.PySerial"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return LineDriver.ICON;
	}

	@Override
	public NodeShape describe(SerialConfig config) {
		return NodeShape.of(Console.class);
	}

	@Override
	public Driver create(DriverContext context, SerialConfig config) throws BenchException {
		return LineDriver.make(context, Addresses.transport(config));
	}
}
