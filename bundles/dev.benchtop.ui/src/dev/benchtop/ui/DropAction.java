package dev.benchtop.ui;

/** What happens to files that are dropped on a board or a node. A room contributes it as an OSGi service; the one of the highest ranking wins. */
public interface DropAction {

	/**
	 * Whether it takes them; quick, on the UI thread.
	 *
	 * @param boardOrNode a {@code Board} or a {@code Node}
	 * @param files paths, or URLs; empty while they are not known yet, because the pointer only hovers
	 */
	boolean accepts(Object boardOrNode, String[] files);

	/** Takes them, on the UI thread. */
	void drop(Object boardOrNode, String[] files);
}
