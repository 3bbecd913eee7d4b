package dev.benchtop.serial.find;

import java.io.IOException;
import java.util.List;

/** Knows the serial ports that are there. */
@FunctionalInterface
public interface PortSource {

	/** All of them, those of USB devices first. */
	List<FoundPort> find() throws IOException;
}
