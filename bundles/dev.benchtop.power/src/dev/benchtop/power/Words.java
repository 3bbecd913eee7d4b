package dev.benchtop.power;

import java.util.Locale;
import java.util.Set;

import dev.benchtop.core.capability.Power.State;

/** The words for on and off: ours, and those that hardware says. */
public final class Words {

	private static final Set<String> ON = Set.of("on", "1", "true", "yes", "enabled", "closed"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	private static final Set<String> OFF = Set.of("off", "0", "false", "no", "disabled", "open"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$

	private Words() {
	}

	/** The word of a state. */
	public static String of(State state) {
		return switch (state) {
		case ON -> Messages.Words_on;
		case OFF -> Messages.Words_off;
		case UNKNOWN -> Messages.Words_unknown;
		};
	}

	/** What a word of the hardware means; {@link State#UNKNOWN} where it is none of the usual. */
	public static State meaning(String word) {
		final String plain = word.strip().toLowerCase(Locale.ROOT);
		return ON.contains(plain) ? State.ON : OFF.contains(plain) ? State.OFF : State.UNKNOWN;
	}
}
