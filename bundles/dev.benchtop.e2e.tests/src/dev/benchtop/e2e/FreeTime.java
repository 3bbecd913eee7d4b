package dev.benchtop.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The time since something began, without the time in which the machine had fewer processors than threads that wanted one. */
final class FreeTime {

	/** See "Pressure Stall Information" of the Linux kernel's documentation; the total is in microseconds. */
	private static final Path PRESSURE = Path.of("/proc/pressure/cpu");
	private static final Pattern SOME = Pattern.compile("some .*total=(\\d+)");

	private final long began = System.nanoTime();
	private final long stalled = stalledMicros();

	long millis() {
		return (System.nanoTime() - began) / 1_000_000 - (stalledMicros() - stalled) / 1000;
	}

	/** 0 where the kernel does not tell. */
	private static long stalledMicros() {
		try {
			final var some = SOME.matcher(Files.readString(PRESSURE));
			return some.find() ? Long.parseLong(some.group(1)) : 0;
		} catch (IOException e) {
			return 0;
		}
	}
}
