package dev.benchtop.storage.servers;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** Programs that a test needs: one that is missing skips the test on a user's machine, and fails it where all are to be there. */
public final class Tools {

	private Tools() {
	}

	public static void require(String... names) {
		for (final String name : names) {
			program(name);
		}
	}

	/** The program of that name in the path or a system folder. */
	static Path program(String name) {
		final String folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";
		final Optional<Path> found = Stream.of(folders.split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable)
				.findFirst();
		return found.orElseGet(() -> missing(name));
	}

	/** Skips or fails the test for want of something. */
	public static <T> T missing(String what) {
		final String words = what + " is missing";
		if ("1".equals(System.getenv("BENCHTOP_CI"))) {
			fail(words);
		}
		Assumptions.abort(words);
		return null;
	}
}
