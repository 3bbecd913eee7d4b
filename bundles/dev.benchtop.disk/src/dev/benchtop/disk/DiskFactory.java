package dev.benchtop.disk;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.image.Imaging;

/** Makes disks that are plugged into this machine: {@code type: disk}. */
@Component(service = DriverFactory.class)
public final class DiskFactory implements DriverFactory<DiskConfig> {

	private final Disks disks;
	private final Imaging imaging;

	@Activate
	public DiskFactory(@Reference Disks disks, @Reference Imaging imaging) {
		this.disks = disks;
		this.imaging = imaging;
	}

	@Override
	public String type() {
		return DiskFinder.TYPE;
	}

	@Override
	public Class<DiskConfig> configType() {
		return DiskConfig.class;
	}

	@Override
	public String icon() {
		return "icons/disk.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(DiskConfig config) {
		return new NodeShape(Set.of(Flasher.class), List.of(DiskFlasher.WHOLE), Map.of());
	}

	@Override
	public Driver create(DriverContext context, DiskConfig config) throws BenchException {
		if (config.device().isBlank() && config.serial().isBlank()) {
			throw BenchException.usage(Messages.DiskFactory_which).where(context.place()).next(Messages.DiskFactory_whichNext).build();
		}
		return Driver.of(new DiskFlasher(context, config, disks, imaging));
	}
}
