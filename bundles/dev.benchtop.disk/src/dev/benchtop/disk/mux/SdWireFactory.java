package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.disk.Disks;

/** Makes SDWire boards: {@code type: sdwire}. */
@Component(service = DriverFactory.class)
public final class SdWireFactory implements DriverFactory<SdWireConfig> {

	private final Disks disks;
	private final SysFolder system;
	private final UsbBus bus;

	@Activate
	public SdWireFactory(@Reference Disks disks) {
		this(disks, new SysFolder(Path.of("/sys"))); //$NON-NLS-1$
	}

	private SdWireFactory(Disks disks, SysFolder system) {
		this(disks, system, new SystemBus(system));
	}

	SdWireFactory(Disks disks, SysFolder system, UsbBus bus) {
		this.disks = disks;
		this.system = system;
		this.bus = bus;
	}

	@Override
	public String type() {
		return "sdwire"; //$NON-NLS-1$
	}

	@Override
	public Class<SdWireConfig> configType() {
		return SdWireConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_sdwire.driver.SDWire"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return "icons/mux.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(SdWireConfig config) {
		return NodeShape.of(StorageMux.class);
	}

	@Override
	public Driver create(DriverContext context, SdWireConfig config) {
		final var hardware = new SdWireSwitch(context.place(), config.serial(), bus, system);
		return Driver.of(new Mux(context, hardware, new MuxConfig(config.medium(), config.appear(), config.rest()), disks));
	}
}
