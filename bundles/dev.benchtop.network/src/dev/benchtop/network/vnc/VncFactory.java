package dev.benchtop.network.vnc;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** Makes screens that are reached over the network: {@code type: vnc}. */
@Component(service = DriverFactory.class)
public final class VncFactory implements DriverFactory<VncConfig> {

	@Override
	public String type() {
		return "vnc"; //$NON-NLS-1$
	}

	@Override
	public Class<VncConfig> configType() {
		return VncConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_vnc.driver.Vnc"); //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(VncConfig config) {
		return NodeShape.of(Display.class);
	}

	@Override
	public Driver create(DriverContext context, VncConfig config) throws BenchException {
		final var port = context.child("tcp", NetworkPort.class); //$NON-NLS-1$
		if (port.isEmpty() && config.host().isBlank() && config.socket() == null) {
			throw BenchException.usage(Messages.VncFactory_nowhere).where(context.place()).next(Messages.VncFactory_nowhereNext).build();
		}
		return Driver.of(new VncDisplay(config, port, context.place()));
	}
}
