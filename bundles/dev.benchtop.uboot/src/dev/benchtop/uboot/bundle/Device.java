package dev.benchtop.uboot.bundle;

import java.util.Optional;

/**
 * A disk as the booted system finds it.
 *
 * @param text a path below {@code /dev}, or {@code /sys/class/block#ADDRESS}, which means the disk of that address on its bus
 */
public record Device(String text) {

	private static final String BY_ADDRESS = "/sys/class/block#"; //$NON-NLS-1$

	/** The address on the bus, where the disk is to be looked up by it. */
	public Optional<String> busAddress() {
		return text.startsWith(BY_ADDRESS) ? Optional.of(text.substring(BY_ADDRESS.length())) : Optional.empty();
	}
}
