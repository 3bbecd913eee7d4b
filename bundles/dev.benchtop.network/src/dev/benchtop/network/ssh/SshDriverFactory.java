package dev.benchtop.network.ssh;

import java.util.Set;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;

/** Makes shells on boards: {@code type: ssh}. */
@Component(service = DriverFactory.class)
public final class SshDriverFactory implements DriverFactory<SshConfig> {

	@Override
	public String type() {
		return "ssh"; //$NON-NLS-1$
	}

	@Override
	public Class<SshConfig> configType() {
		return SshConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_ssh.driver.SSHWrapper"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return "icons/ssh.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(SshConfig config) {
		return NodeShape.of(RemoteShell.class, Console.class).besides();
	}

	@Override
	public Driver create(DriverContext context, SshConfig config) throws BenchException {
		if (config.identity() != null && config.identityFile() != null) {
			throw BenchException.usage(Messages.SshDriverFactory_twoKeys).where(context.place()).build();
		}
		return new SshDriver(context, config);
	}
}
