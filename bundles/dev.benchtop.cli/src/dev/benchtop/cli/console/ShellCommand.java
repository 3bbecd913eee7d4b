package dev.benchtop.cli.console;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.spi.CliCommand;
import picocli.CommandLine.Command;

/** {@code benchtop shell}: the shell of a board's flasher bundle. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "shell")
public final class ShellCommand extends PromptCommand {

	@Activate
	public ShellCommand() {
		this(RawTerminal::enter);
	}

	/** A command at another terminal. */
	ShellCommand(Terminal terminal) {
		super("shell", terminal); //$NON-NLS-1$
	}
}
