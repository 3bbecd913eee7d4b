package dev.benchtop.core.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
	 * @param parts what it is made of, a line for each: the partitions of a disk
	 */
	record Found(String id, String label, String detail, String type, Map<String, Object> config, List<String> parts) {

		/** Something in one piece. */
		public Found(String id, String label, String detail, String type, Map<String, Object> config) {
			this(id, label, detail, type, config, List.of());
		}

		public Found {
			parts = List.copyOf(parts);
		}
	}

	/** Ends a watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}

	/** What it looks for: {@code port}, {@code disk}, {@code fixed-disk}, {@code mux}. */
	String kind();

	/** What is there now; off the UI thread. */
	List<Found> find() throws BenchException;

	/** What a user means by a name of this kind, such as {@code /dev/sdb}, be it among the found or not; empty where it is no such name. */
	default Optional<Found> named(String name) throws BenchException {
		return find().stream().filter(found -> found.id().equals(name)).findFirst();
	}

	/**
	 * Further nodes of a board that is made of something found, by name and as they are written in a bench file: the flasher over a mux.
	 *
	 * @param node the name of the node of the found thing itself, for references to it
	 */
	default Map<String, Object> companions(Found found, String node) {
		return Map.of();
	}

	/** Hears on a thread of the finder's own that something may have come, gone or changed. */
	default Watch watch(Runnable changed) {
		return () -> { };
	}
}
