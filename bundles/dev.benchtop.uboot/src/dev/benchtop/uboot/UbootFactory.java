package dev.benchtop.uboot;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** Makes bootloader prompts: {@code type: uboot}. */
@Component(service = DriverFactory.class)
public final class UbootFactory implements DriverFactory<UbootConfig> {

	@Override
	public String type() {
		return "uboot"; //$NON-NLS-1$
	}

	@Override
	public Class<UbootConfig> configType() {
		return UbootConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_uboot.driver.UbootConsole"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return "icons/uboot.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(UbootConfig config) {
		return NodeShape.of();
	}

	@Override
	public Driver create(DriverContext context, UbootConfig config) throws BenchException {
		return new UbootConsole(config, Children.console(context), Children.power(context));
	}
}
