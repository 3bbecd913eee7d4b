package dev.benchtop.cli.console;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.spi.CliCommand;
import picocli.CommandLine.Command;

/** {@code benchtop uboot}: the bootloader's prompt of a board. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "uboot")
public final class UbootCommand extends PromptCommand {

	@Activate
	public UbootCommand() {
		this(RawTerminal::enter);
	}

	/** A command at another terminal. */
	UbootCommand(Terminal terminal) {
		super("bootloader", terminal); //$NON-NLS-1$
	}
}
