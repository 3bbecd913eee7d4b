package com.example.benchtop.lamp;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** The driver type {@code lamp}. */
public final class LampFactory implements DriverFactory<LampConfig> {

	@Override
	public String type() {
		return "lamp";
	}

	@Override
	public Class<LampConfig> configType() {
		return LampConfig.class;
	}

	@Override
	public String icon() {
		return "icons/lamp.svg";
	}

	@Override
	public NodeShape describe(LampConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, LampConfig config) {
		return new Lamp(context, config);
	}
}
