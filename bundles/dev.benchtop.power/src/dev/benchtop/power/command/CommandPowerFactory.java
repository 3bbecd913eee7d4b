package dev.benchtop.power.command;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.power.OutletDriver;

/** Makes power switches that are command lines: {@code type: command-power}. */
@Component(service = DriverFactory.class)
public final class CommandPowerFactory implements DriverFactory<CommandPowerConfig> {

	@Override
	public String type() {
		return "command-power"; //$NON-NLS-1$
	}

	@Override
	public Class<CommandPowerConfig> configType() {
		return CommandPowerConfig.class;
	}

	@Override
	public NodeShape describe(CommandPowerConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, CommandPowerConfig config) {
		return new OutletDriver(context, new CommandOutlet(config, context.folder()));
	}
}
