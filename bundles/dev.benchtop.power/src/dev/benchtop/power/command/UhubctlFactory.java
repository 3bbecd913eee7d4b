package dev.benchtop.power.command;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.power.OutletDriver;

/** Makes switches of USB ports: {@code type: uhubctl}. */
@Component(service = DriverFactory.class)
public final class UhubctlFactory implements DriverFactory<UhubctlConfig> {

	@Override
	public String type() {
		return "uhubctl"; //$NON-NLS-1$
	}

	@Override
	public Class<UhubctlConfig> configType() {
		return UhubctlConfig.class;
	}

	@Override
	public NodeShape describe(UhubctlConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, UhubctlConfig config) {
		return new OutletDriver(context, new UhubctlOutlet(config, context.folder()));
	}
}
