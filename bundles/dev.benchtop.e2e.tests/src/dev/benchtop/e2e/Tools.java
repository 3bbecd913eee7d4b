package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the system that tests need. */
final class Tools {

	private Tools() {
	}

	/** Skips the test where a program is missing; fails it in continuous integration. */
	static void require(String... programs) {
		for (final String program : programs) {
			final boolean there = Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
			final String sentence = program + " is not installed";
			if ("1".equals(System.getenv("BENCHTOP_CI"))) {
				assertTrue(there, sentence);
			}
			assumeTrue(there, sentence);
		}
	}

	/** Runs a program to its end and returns what it printed. */
	static String run(List<String> command) throws IOException, InterruptedException {
		final var process = new ProcessBuilder(command).redirectErrorStream(false).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(process.waitFor() == 0, () -> command + " ended with " + process.exitValue());
		return out;
	}

	/** The SHA-256 of what a command of the shell prints. */
	static String sha256(String command) throws IOException, InterruptedException {
		return run(List.of("bash", "-o", "pipefail", "-c", command + " | sha256sum")).substring(0, 64);
	}
}
