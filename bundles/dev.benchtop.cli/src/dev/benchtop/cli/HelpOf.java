package dev.benchtop.cli;

import java.io.PrintWriter;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpCommandInitializable2;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code benchtop help COMMAND}. */
@Command(name = "help", helpCommand = true)
final class HelpOf implements IHelpCommandInitializable2, Runnable {

	@Parameters(arity = "0..1", paramLabel = "COMMAND", descriptionKey = "help.command")
	private Optional<String> command = Optional.empty();

	private CommandLine root;
	private ColorScheme colors;
	private PrintWriter out;

	@Override
	public void init(CommandLine line, ColorScheme scheme, PrintWriter output, PrintWriter errors) {
		root = line.getParent();
		colors = scheme;
		out = output;
	}

	@Override
	public void run() {
		final var of = command.map(root.getSubcommands()::get);
		if (command.isPresent() && of.isEmpty()) {
			throw new ParameterException(root, NLS.bind(Messages.HelpOf_unknown, command.get()));
		}
		of.orElse(root).usage(out, colors);
	}
}
