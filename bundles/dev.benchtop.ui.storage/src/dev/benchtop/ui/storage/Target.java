package dev.benchtop.ui.storage;

/** One thing that something is to be done with. */
record Target(Place place, boolean folder, long size) {

	static Target of(Place parent, Row row) {
		return new Target(parent.child(row.name()), row.folder(), row.size());
	}

	static Target folder(Place place) {
		return new Target(place, true, 0);
	}

	/** Whether it is all of a storage, or the top of this computer. */
	boolean root() {
		return place.isRoot();
	}
}
