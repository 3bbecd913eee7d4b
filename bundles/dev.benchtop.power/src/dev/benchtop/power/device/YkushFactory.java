package dev.benchtop.power.device;

import java.nio.file.Path;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.power.OutletDriver;

/** Makes switches of YKUSH hubs: {@code type: ykush}. */
@Component(service = DriverFactory.class)
public final class YkushFactory implements DriverFactory<YkushConfig> {

	private final Path system;
	private final Path devices;

	/** Hubs of this machine. */
	@Activate
	public YkushFactory() {
		this(Path.of("/sys/class/hidraw"), Path.of("/dev")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Hubs of which another folder tells. */
	YkushFactory(Path system, Path devices) {
		this.system = system;
		this.devices = devices;
	}

	@Override
	public String type() {
		return "ykush"; //$NON-NLS-1$
	}

	@Override
	public Class<YkushConfig> configType() {
		return YkushConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_yepkit.driver.Ykush"); //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(YkushConfig config) {
		return NodeShape.of(Power.class);
	}

	@Override
	public Driver create(DriverContext context, YkushConfig config) {
		return new OutletDriver(context, new Ykush(config, system, devices));
	}
}
