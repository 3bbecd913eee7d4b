package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of the system that tests run. */
final class Tools {

	private Tools() {
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
