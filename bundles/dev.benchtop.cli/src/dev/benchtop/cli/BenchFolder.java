package dev.benchtop.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.benchtop.core.BenchException;

/** Which folder is the bench, where the user does not say it: the environment's, the working folder if it is one, the one that comes with the product. */
final class BenchFolder {

	private static final String VARIABLE = "BENCHTOP_BENCH"; //$NON-NLS-1$
	private static final String PROPERTY = "benchtop.bench"; //$NON-NLS-1$
	private static final Pattern BENCH_FILE = Pattern.compile("^\\s*apiVersion:\\s*[\"']?(benchtop|jumpstarter)\\.dev/.*"); //$NON-NLS-1$
	private static final int HEAD_LINES = 50;

	private BenchFolder() {
	}

	static Path find(Optional<Path> given, CommandIo io) throws BenchException {
		if (given.isPresent()) {
			return given.get();
		}
		final String variable = io.environment().getOrDefault(VARIABLE, ""); //$NON-NLS-1$
		if (!variable.isEmpty()) {
			return io.workingFolder().resolve(variable);
		}
		if (isBench(io.workingFolder())) {
			return io.workingFolder();
		}
		final String property = System.getProperty(PROPERTY, ""); //$NON-NLS-1$
		if (!property.isEmpty()) {
			return Path.of(property);
		}
		throw BenchException.usage(Messages.BenchFolder_none).where(io.workingFolder().toString()).next(Messages.BenchFolder_noneNext).build();
	}

	static boolean isBench(Path folder) {
		try (var files = Files.newDirectoryStream(folder, "*.{yaml,yml}")) { //$NON-NLS-1$
			for (final Path file : files) {
				if (isBenchFile(file)) {
					return true;
				}
			}
			return false;
		} catch (IOException e) {
			return false;
		}
	}

	private static boolean isBenchFile(Path file) throws IOException {
		if (!Files.isRegularFile(file)) {
			return false;
		}
		try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
			return lines.lines().limit(HEAD_LINES).anyMatch(line -> BENCH_FILE.matcher(line).matches());
		}
	}
}
