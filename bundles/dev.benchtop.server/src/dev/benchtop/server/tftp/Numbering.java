package dev.benchtop.server.tftp;

/** Block numbers on the wire have 16 bits: behind 65535 comes 0, or 1 where the client wants it so. */
enum Numbering {
	TO_ZERO, TO_ONE;

	static Numbering of(int rollover) {
		return rollover == 0 ? TO_ZERO : TO_ONE;
	}

	/** The number on the wire of a block that is counted from 1; 0 is what acknowledges options. */
	int wire(long block) {
		return this == TO_ZERO || block == 0 ? (int) (block & 0xffff) : (int) ((block - 1) % 65535) + 1;
	}

	/** How many blocks behind {@code base} the number on the wire is; what lies before it has a large distance. */
	int distance(long base, int number) {
		return this == TO_ZERO ? number - wire(base) & 0xffff : Math.floorMod(number - wire(base), 65535);
	}
}
