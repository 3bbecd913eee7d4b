package dev.benchtop.power.snmp;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.power.OutletDriver;

/** Makes outlets of power distribution units: {@code type: snmp-power}. */
@Component(service = DriverFactory.class)
public final class SnmpPowerFactory implements DriverFactory<SnmpPowerConfig> {

	@Override
	public String type() {
		return "snmp-power"; //$NON-NLS-1$
	}

	@Override
	public Class<SnmpPowerConfig> configType() {
		return SnmpPowerConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_snmp.driver.SNMPServer"); //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(SnmpPowerConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, SnmpPowerConfig config) {
		return new OutletDriver(context, new SnmpOutlet(config));
	}
}
