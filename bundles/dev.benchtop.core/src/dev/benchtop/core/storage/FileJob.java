package dev.benchtop.core.storage;

/** One file that is to be transferred, and what it was when that was decided. */
record FileJob(Location from, Location to, Stamp stamp) {

	/** How much there is to read; 0 where that is not known. */
	long size() {
		return Math.max(0, stamp.size());
	}
}
