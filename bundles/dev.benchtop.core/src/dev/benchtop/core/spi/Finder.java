package dev.benchtop.core.spi;

import java.util.List;
import java.util.Map;

import dev.benchtop.core.BenchException;

/** Finds hardware that a board can be made of: ports, disks, muxes. Contributed as a Declarative Services component. */
public interface Finder {

	/**
	 * Something that was found.
	 *
	 * @param id stable over re-plugging: a path by id, or vendor, product and serial
	 * @param label the product's own name
	 * @param detail where it is plugged in
	 * @param type the driver type that serves it
	 * @param config the configuration that names it
	 */
	record Found(String id, String label, String detail, String type, Map<String, Object> config) {
	}

	/** What it looks for: {@code port}, {@code disk}, {@code mux}. */
	String kind();

	/** What is there now; off the UI thread. */
	List<Found> find() throws BenchException;
}
