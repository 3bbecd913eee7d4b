package dev.benchtop.uboot.flow;

import java.nio.file.Path;

import dev.benchtop.core.driver.YamlRecord;

/** Configurations as a bench file has them. */
final class Configs {

	/** No pauses; times that a busy machine keeps. */
	private static final String QUICK = """
			bootloader: {interrupt_window: 60s, interrupt_interval: 20ms, command: 60s}
			timeouts: {off: 1ms, dhcp: 60s, load: 60s, boot: 60s, login: 60s, silence: 60s, sync: 60s}
			retry_pause: 1ms
			""";

	/** Where U-Boot is not waited for any longer than this. */
	static String window(String time) {
		return QUICK.replace("interrupt_window: 60s", "interrupt_window: " + time);
	}

	private Configs() {
	}

	static UbootFlasherConfig quick() {
		return with("");
	}

	/** The usual configuration of a board that is quick, with more keys. */
	static UbootFlasherConfig with(String more) {
		return read(QUICK + more);
	}

	static UbootFlasherConfig read(String text) {
		final var read = YamlRecord.read(UbootFlasherConfig.class, text, Path.of("bench.yaml"));
		return read.value().orElseThrow(() -> new IllegalArgumentException(read.findings().toString()));
	}
}
