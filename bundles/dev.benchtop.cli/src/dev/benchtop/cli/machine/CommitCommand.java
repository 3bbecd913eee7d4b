package dev.benchtop.cli.machine;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.spi.CliCommand;
import picocli.CommandLine.Command;

/** {@code benchtop commit}: makes what a board wrote to a disk the image of that disk. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "commit")
public final class CommitCommand extends DiskCommand {

	public CommitCommand() {
		super("commit"); //$NON-NLS-1$
	}
}
