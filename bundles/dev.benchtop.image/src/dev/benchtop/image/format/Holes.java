package dev.benchtop.image.format;

import java.io.IOException;

/** A stream of content with parts that nothing is said of. They read as zeros, can be stepped over, and no read goes from data into one. */
public interface Holes {

	/** How many bytes from here on nothing is said of; 0 where there is data, or the end. */
	long hole() throws IOException;

	/** Steps over the hole that begins here. */
	void skipHole() throws IOException;
}
