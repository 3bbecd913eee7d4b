package dev.benchtop.cli.machine;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.spi.CliCommand;
import picocli.CommandLine.Command;

/** {@code benchtop reset}: takes a disk back to the image that was flashed. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "reset")
public final class ResetCommand extends DiskCommand {

	public ResetCommand() {
		super("reset"); //$NON-NLS-1$
	}
}
