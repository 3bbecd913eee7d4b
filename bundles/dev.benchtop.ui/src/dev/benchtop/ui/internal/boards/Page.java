package dev.benchtop.ui.internal.boards;

import org.eclipse.swt.widgets.Composite;

/** One of the pages that the overview shows. */
interface Page {

	/** What it shows; the page is made anew where this changes. */
	Object key();

	/** The label of the tab. */
	String title();

	/** Fills an empty composite. */
	void create(Composite parent);

	/** Shows how things stand now; returns whether anything needs more or less room. */
	default boolean update() {
		return false;
	}
}
