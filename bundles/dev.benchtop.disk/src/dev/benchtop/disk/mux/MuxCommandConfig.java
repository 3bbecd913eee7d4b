package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.Program;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: mux-command}: command lines for the shell.
 *
 * @param off where the mux can take the medium from both
 * @param state prints {@code host}, {@code dut} or {@code off}
 * @param medium its device file while this machine has it
 * @param folder where the commands run; null for the bench's own
 */
public record MuxCommandConfig(@Option(required = true) String host, @Option(required = true) String dut, @Option String off, @Option String state,
		@Option(key = "storage_device", required = true, proposals = "/dev/disk/by-path/") Path medium,
		@Option(key = "storage_timeout", value = "10s", advanced = true) Duration appear,
		@Option(key = "storage_leeway", value = "0s", advanced = true) Duration rest, @Option(value = "30s", advanced = true) Duration timeout,
		@Option(advanced = true) Path folder) {

	/** Without arguments, which may hold a password. */
	@Override
	public String toString() {
		return Program.name(host);
	}
}
