package dev.benchtop.cli;

import java.util.Map;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong: in words on standard error, and with {@code --json} as {@code {"error": …}} on standard output too. */
final class Failures {

	private static final String NAME = "benchtop: "; //$NON-NLS-1$

	private final CommandIo io;
	private final boolean json;

	Failures(CommandIo io, boolean json) {
		this.io = io;
		this.json = json;
	}

	int report(BenchException failure) {
		io.err().println(NAME + failure.getMessage());
		if (json) {
			io.out().println(Json.text(Map.of("error", ErrorJson.of(failure)))); //$NON-NLS-1$
		}
		return failure.kind().exitCode();
	}

	int defect(RuntimeException failure) {
		System.getLogger(getClass().getName()).log(System.Logger.Level.ERROR, failure.toString(), failure);
		return report(BenchException.failed(Messages.Failures_defect).why(failure).next(Messages.Failures_defectNext).build());
	}

	int usage(ParameterException failure) {
		final var line = failure.getCommandLine();
		final int code = report(BenchException.usage(words(failure)).build());
		UnmatchedArgumentException.printSuggestions(failure, line.getErr());
		line.getErr().print(line.getHelp().synopsisHeading() + synopsis(line));
		line.getErr().println(NLS.bind(Messages.Failures_help, line.getCommandSpec().qualifiedName()));
		line.getErr().flush();
		return code;
	}

	/** What picocli says of an option that wants {@code KEY=VALUE} has the word twice. */
	private static String words(ParameterException failure) {
		return failure.getMessage().strip().replaceFirst("^Value for option option ", "Value for option "); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String synopsis(CommandLine line) {
		final var help = line.getHelp();
		return help.synopsis(help.synopsisHeadingLength());
	}
}
