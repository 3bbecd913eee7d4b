package dev.benchtop.power.mock;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.power.OutletDriver;

/** Makes power switches without hardware: {@code type: mock-power}. */
@Component(service = DriverFactory.class)
public final class MockPowerFactory implements DriverFactory<MockPowerConfig> {

	@Override
	public String type() {
		return "mock-power"; //$NON-NLS-1$
	}

	@Override
	public Class<MockPowerConfig> configType() {
		return MockPowerConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_power.driver.MockPower", "jumpstarter_driver_power.driver.SyncMockPower"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public NodeShape describe(MockPowerConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, MockPowerConfig config) {
		return new OutletDriver(context, new MockOutlet(context.state().resolve(context.node() + ".on"))); //$NON-NLS-1$
	}
}
