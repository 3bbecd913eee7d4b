package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a test needs: where it is missing, the test is skipped on a user's machine, and fails where all are to be there. */
final class Tools {

	private Tools() {
	}

	static void require(String program) {
		require(Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/").anyMatch(place -> Files.isExecutable(Path.of(place + program))), program);
	}

	static void require(boolean there, String what) {
		assertTrue(there || !"1".equals(System.getenv("BENCHTOP_CI")), what + " is missing");
		assumeTrue(there, what + " is missing");
	}
}
