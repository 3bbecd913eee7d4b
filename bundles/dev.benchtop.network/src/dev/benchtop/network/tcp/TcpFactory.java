package dev.benchtop.network.tcp;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** Makes ports that are reached over the network: {@code type: tcp}. */
@Component(service = DriverFactory.class)
public final class TcpFactory implements DriverFactory<TcpConfig> {

	@Override
	public String type() {
		return "tcp"; //$NON-NLS-1$
	}

	@Override
	public Class<TcpConfig> configType() {
		return TcpConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_network.driver.TcpNetwork"); //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(TcpConfig config) {
		return NodeShape.of(NetworkPort.class);
	}

	@Override
	public Driver create(DriverContext context, TcpConfig config) {
		return Driver.of(new TcpPort(config, context.place()));
	}
}
