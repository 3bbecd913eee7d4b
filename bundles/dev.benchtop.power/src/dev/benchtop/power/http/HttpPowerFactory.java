package dev.benchtop.power.http;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.power.OutletDriver;

/** Makes power switches that are reached by HTTP: {@code type: http-power}. */
@Component(service = DriverFactory.class)
public final class HttpPowerFactory implements DriverFactory<HttpPowerConfig> {

	@Override
	public String type() {
		return "http-power"; //$NON-NLS-1$
	}

	@Override
	public Class<HttpPowerConfig> configType() {
		return HttpPowerConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_http_power.driver.HttpPower"); //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(HttpPowerConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, HttpPowerConfig config) {
		return new OutletDriver(context, new HttpOutlet(config));
	}
}
