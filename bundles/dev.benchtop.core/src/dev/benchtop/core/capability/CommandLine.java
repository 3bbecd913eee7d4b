package dev.benchtop.core.capability;

import java.util.List;

import dev.benchtop.core.BenchException;

/** A board that is a program of this machine. */
public interface CommandLine extends Capability {

	/** The program and its arguments, exactly as it was started or, where it does not run, as it would be. */
	List<String> commandLine() throws BenchException;

	/** The same as a shell takes it. */
	default String quoted() throws BenchException {
		return ShellWords.quoted(commandLine());
	}

	/** A shell script that starts the same board in a terminal, without Benchtop. */
	String script() throws BenchException;
}
