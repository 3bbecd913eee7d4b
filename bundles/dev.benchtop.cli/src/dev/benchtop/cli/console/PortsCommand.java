package dev.benchtop.cli.console;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.spi.Finder;
import picocli.CommandLine.Command;

/** {@code benchtop ports}: the serial ports of this machine. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "ports")
public final class PortsCommand implements CliCommand {

	private final List<Finder> finders;

	@Activate
	public PortsCommand(@Reference List<Finder> finders) {
		this.finders = finders;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		new FoundPorts(finders).print(context);
		return 0;
	}

	@Override
	public boolean needsTrust() {
		return false;
	}
}
