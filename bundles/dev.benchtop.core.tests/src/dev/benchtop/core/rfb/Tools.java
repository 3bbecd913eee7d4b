package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of the machine that runs the tests. */
final class Tools {

	private Tools() {
	}

	/** Skips the test where a program is missing, or fails it where none may be. */
	static void need(String program) {
		final boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
		if (!there) {
			assertNotEquals("1", System.getenv("BENCHTOP_CI"), program + " is missing");
		}
		assumeTrue(there, program);
	}
}
