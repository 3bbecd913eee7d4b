package dev.benchtop.uboot;

import java.time.Duration;

import dev.benchtop.core.driver.Option;
import dev.benchtop.uboot.dialogue.BootloaderOptions;

/**
 * The configuration of {@code type: uboot}, where the keys of U-Boot's dialogue stand at the top.
 *
 * @param off how long power stays off before it is switched on again
 */
public record UbootConfig(@Option("=>") String prompt,
		@Option(key = "interrupt_key", value = "space", proposals = {"space", "enter", "esc", "ctrl-c"}) String interruptKey,
		@Option(key = "interrupt_on", value = "autoboot", advanced = true) String interruptOn,
		@Option(key = "interrupt_window", value = "60s") Duration interruptWindow,
		@Option(key = "interrupt_interval", value = "100ms", advanced = true) Duration interruptInterval,
		@Option(value = "60s", advanced = true) Duration command, @Option(value = "2s", advanced = true) Duration off) {

	BootloaderOptions options() {
		return new BootloaderOptions(prompt, interruptKey, interruptOn, interruptWindow, interruptInterval, command);
	}
}
