package dev.benchtop.serial.find;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a machine keeps its serial ports.
 *
 * @param devices {@code /dev}
 */
public record Machine(Path devices, PortSource ports) {

	/** Where a device of that name may be, as it is called by the kernel or by udev(7). */
	Stream<Path> candidates(String name) {
		return Stream.of("", "serial/by-id", "serial/by-path").map(folder -> devices.resolve(folder).resolve(name)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
