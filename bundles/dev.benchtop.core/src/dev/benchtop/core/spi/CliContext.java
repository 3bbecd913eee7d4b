package dev.benchtop.core.spi;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.Bench;

/** What a command is given. */
public interface CliContext {

	/** The bench of {@code --bench}, opened on first use; refuses one that is not trusted where the command needs more than to read it. */
	Bench bench() throws BenchException;

	/** Whether {@code --json} was given: results go to {@link #out} as one JSON value, and nothing else does. */
	boolean json();

	/** Prints a value as JSON. */
	void json(Object value);

	PrintStream out();

	PrintStream err();

	InputStream in();

	/** Whether output is a terminal. */
	boolean interactive();

	/** The folder that relative paths count from. */
	Path workingFolder();

	/** Cancelled by Ctrl-C. */
	CancelToken token();

	/** A progress on {@link #err}: a bar on a terminal, lines in a pipe, nothing with {@code --json}. */
	Progress progress();
}
