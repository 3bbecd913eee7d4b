package dev.benchtop.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

import dev.benchtop.core.CancelToken;

/**
 * What a command line is connected to.
 *
 * @param interactive whether in- and output are a terminal
 * @param workingFolder what relative paths count from
 * @param token cancelled by Ctrl-C
 */
public record CommandIo(InputStream in, PrintStream out, PrintStream err, boolean interactive, Path workingFolder, Map<String, String> environment,
		CancelToken token) {
}
