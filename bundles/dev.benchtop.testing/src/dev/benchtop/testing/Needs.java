package dev.benchtop.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine: where it is missing, the test is skipped on a user's machine, and fails where all is to be there. */
public final class Needs {

	private static final String ALL_IS_THERE = "BENCHTOP_CI";

	private Needs() {
	}

	/** Asks for programs in the path or a system folder. */
	public static void programs(String... names) {
		for (final String name : names) {
			program(name);
		}
	}

	/** Asks for a program in the path or a system folder, and returns where it is. */
	public static Path program(String name) {
		return find(name).orElseGet(() -> missing(name));
	}

	/** Asks for something that is there, or is not. */
	public static void that(boolean there, String what) {
		if (!there) {
			missing(what);
		}
	}

	/** Asks for the right to make loop devices. */
	public static void loopDevices() {
		that("root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/dev/loop-control")), "The right to make loop devices");
	}

	/** Skips or fails the test for want of something; never returns. */
	public static <T> T missing(String what) {
		final String words = what + " is missing";
		if ("1".equals(System.getenv(ALL_IS_THERE))) {
			Assertions.fail(words);
		}
		Assumptions.abort(words);
		return null;
	}

	private static Optional<Path> find(String name) {
		final String folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";
		return Stream.of(folders.split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
	}
}
