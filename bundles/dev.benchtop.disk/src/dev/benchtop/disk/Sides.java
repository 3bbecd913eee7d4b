package dev.benchtop.disk;

import dev.benchtop.core.capability.StorageMux.Position;

/** Words for who has the medium. */
final class Sides {

	private Sides() {
	}

	/** For a column. */
	static String content(Position position) {
		return switch (position) {
			case HOST -> Messages.Sides_host;
			case DUT -> Messages.Sides_dut;
			case OFF -> Messages.Sides_off;
			case UNKNOWN -> ""; //$NON-NLS-1$
		};
	}

	/** A sentence on who has it after a flash. */
	static String after(Position position) {
		return switch (position) {
			case HOST -> Messages.Sides_staysHere;
			case DUT -> Messages.Sides_atTheBoard;
			case OFF -> Messages.Sides_atNobody;
			case UNKNOWN -> Messages.Sides_unknown;
		};
	}
}
