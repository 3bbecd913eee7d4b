package dev.benchtop.power.device;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.power.OutletDriver;

/** Makes relays at a serial port: {@code type: serial-relay}. */
@Component(service = DriverFactory.class)
public final class SerialRelayFactory implements DriverFactory<SerialRelayConfig> {

	@Override
	public String type() {
		return "serial-relay"; //$NON-NLS-1$
	}

	@Override
	public Class<SerialRelayConfig> configType() {
		return SerialRelayConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_noyito_relay.driver.NoyitoPowerSerial"); //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(SerialRelayConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, SerialRelayConfig config) {
		return new OutletDriver(context, new SerialRelay(config));
	}
}
