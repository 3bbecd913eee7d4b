package dev.benchtop.core.spi;

import dev.benchtop.core.BenchException;

/**
 * A command of the command line. Contributed as a Declarative Services component of prototype scope; the class carries the
 * annotations of picocli, of which it is an instance made anew for each call.
 */
public interface CliCommand {

	/**
	 * Runs it after its options were read.
	 *
	 * @return the exit code: 0 done, 1 failed
	 * @throws BenchException whose kind gives the exit code
	 */
	int run(CliContext context) throws BenchException;

	/** Whether it makes drivers or runs anything that the bench files say, for which the user has to trust the bench; false for a command that only reads. */
	default boolean needsTrust() {
		return true;
	}

	/** Whether what follows the first word is another command line, whose options are none of this command. */
	default boolean takesCommandLine() {
		return false;
	}
}
