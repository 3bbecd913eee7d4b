package dev.benchtop.uboot.flow;

import java.nio.file.Path;

import dev.benchtop.core.driver.YamlRecord;

/** Configurations as a bench file has them. */
final class Configs {

	/** Windows and pauses of a board that answers at once. */
	private static final String QUICK = """
			bootloader: {interrupt_window: 1s, interrupt_interval: 20ms, command: 20s}
			timeouts: {off: 1ms, dhcp: 20s, load: 20s, boot: 20s, login: 20s, silence: 20s, sync: 20s}
			retry_pause: 1ms
			""";

	private Configs() {
	}

	static UbootFlasherConfig quick() {
		return with("");
	}

	/** The usual configuration of a board that is quick, with more keys. */
	static UbootFlasherConfig with(String more) {
		final var read = YamlRecord.read(UbootFlasherConfig.class, QUICK + more, Path.of("bench.yaml"));
		return read.value().orElseThrow(() -> new IllegalArgumentException(read.findings().toString()));
	}
}
