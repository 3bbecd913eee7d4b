package dev.benchtop.uboot;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.spi.FileServers;
import dev.benchtop.image.Imaging;
import dev.benchtop.uboot.bundle.FlasherBundles;

/** Makes {@code type: uboot-flasher}. */
@Component(service = DriverFactory.class)
public final class UbootFlasherFactory extends FlasherFactory {

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	private volatile List<FileServers> servers = List.of();

	@Activate
	public UbootFlasherFactory(@Reference FlasherBundles bundles, @Reference Imaging imaging) {
		super("uboot-flasher", "jumpstarter_driver_flashers.driver.BaseFlasher", "", bundles, imaging); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Override
	List<FileServers> servers() {
		return servers;
	}
}
