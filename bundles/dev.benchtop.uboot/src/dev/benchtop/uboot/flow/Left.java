package dev.benchtop.uboot.flow;

import dev.benchtop.core.flash.Outcome;

/** What a target holds after a flash, in words. */
final class Left {

	private Left() {
	}

	static String words(Outcome outcome) {
		return switch (outcome) {
		case UNCHANGED -> Messages.Left_unchanged;
		case INCOMPLETE -> Messages.Left_incomplete;
		case WRITTEN -> Messages.Left_written;
		case VERIFIED -> Messages.Left_verified;
		};
	}
}
