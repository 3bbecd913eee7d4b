package dev.benchtop.core.bench;

/**
 * How a node stands, for the eye.
 *
 * @param level the icon
 * @param word one word: {@code on}, {@code off}, {@code open}, {@code 71 %}
 * @param detail a sentence for the tooltip: what it is connected to, what is wrong and how to mend it; may be empty
 */
public record NodeState(Level level, String word, String detail) {

	/** The kind of state, shown by an icon. */
	public enum Level {
		UNKNOWN, OFF, ON, BUSY, WARNING, ERROR
	}

	/** Nothing is known yet. */
	public static final NodeState UNKNOWN = new NodeState(Level.UNKNOWN, "", ""); //$NON-NLS-1$ //$NON-NLS-2$
}
