package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

/** Programs that a test needs: one that is missing skips the test on a user's machine, and fails it where all are to be there. */
public final class Tools {

	private Tools() {
	}

	public static void require(String... names) {
		for (final String name : names) {
			if (Host.system().program(name).isEmpty()) {
				missing(name);
			}
		}
	}

	static void missing(String what) {
		final String words = what + " is missing";
		if ("1".equals(System.getenv("BENCHTOP_CI"))) {
			fail(words);
		}
		Assumptions.abort(words);
	}
}
