package dev.benchtop.uboot;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.spi.FileServers;
import dev.benchtop.image.Imaging;
import dev.benchtop.uboot.bundle.FlasherBundles;
import dev.benchtop.uboot.flow.UbootFlasher;
import dev.benchtop.uboot.flow.UbootFlasherConfig;

/** Makes flashers through U-Boot; one type differs from another by its flasher bundle alone. */
abstract class FlasherFactory implements DriverFactory<UbootFlasherConfig> {

	private final String type;
	private final String alias;
	private final String bundle;
	private final FlasherBundles bundles;
	private final Imaging imaging;

	/**
	 * @param alias Jumpstarter's name of the type
	 * @param bundle the flasher bundle where none is configured; empty for none
	 */
	FlasherFactory(String type, String alias, String bundle, FlasherBundles bundles, Imaging imaging) {
		this.type = type;
		this.alias = alias;
		this.bundle = bundle;
		this.bundles = bundles;
		this.imaging = imaging;
	}

	/** The makers of file servers that are there now. */
	abstract List<FileServers> servers();

	@Override
	public String type() {
		return type;
	}

	@Override
	public Class<UbootFlasherConfig> configType() {
		return UbootFlasherConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of(alias);
	}

	@Override
	public String icon() {
		return "icons/uboot.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(UbootFlasherConfig config) {
		return new NodeShape(Set.of(Flasher.class), List.of(), Map.of());
	}

	@Override
	public Driver create(DriverContext context, UbootFlasherConfig config) throws BenchException {
		final Console console = Children.console(context);
		final Power power = Children.power(context);
		final String reference = config.bundle() == null || config.bundle().isEmpty() ? bundle : config.bundle();
		return new FlasherDriver(new UbootFlasher(context, config, reference, console, power, new UbootFlasher.Tools(bundles, imaging, this::servers)));
	}
}
