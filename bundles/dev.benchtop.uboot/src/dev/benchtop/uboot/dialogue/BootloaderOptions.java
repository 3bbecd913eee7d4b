package dev.benchtop.uboot.dialogue;

import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * How U-Boot is stopped and spoken to.
 *
 * @param prompt what it ends its prompt with
 * @param interruptKey what stops it: {@code space}, {@code enter}, {@code esc}, {@code ctrl-c}, or the text to type
 * @param interruptOn a text of the board on which the key is typed at once
 * @param interruptWindow how long after power-on it is tried
 * @param interruptInterval how often the key is typed meanwhile
 * @param command how long an ordinary command may take
 */
public record BootloaderOptions(@Option("=>") String prompt,
		@Option(key = "interrupt_key", value = "space", proposals = {"space", "enter", "esc", "ctrl-c"}) String interruptKey,
		@Option(key = "interrupt_on", value = "autoboot", advanced = true) String interruptOn,
		@Option(key = "interrupt_window", value = "60s") Duration interruptWindow,
		@Option(key = "interrupt_interval", value = "100ms", advanced = true) Duration interruptInterval,
		@Option(value = "10s", advanced = true) Duration command) {

	/** What is typed to stop U-Boot. */
	String keys() {
		return switch (interruptKey) {
		case "space" -> " "; //$NON-NLS-1$ //$NON-NLS-2$
		case "enter" -> "\r"; //$NON-NLS-1$ //$NON-NLS-2$
		case "esc" -> "\033"; //$NON-NLS-1$ //$NON-NLS-2$
		case "ctrl-c" -> "\003"; //$NON-NLS-1$ //$NON-NLS-2$
		default -> interruptKey;
		};
	}
}
