package dev.benchtop.core.capability;

import java.util.List;

import dev.benchtop.core.driver.Verb;

/**
 * Something that a driver offers. All calls block, may be cancelled where they take a progress, and are made off the UI thread.
 */
public interface Capability {

	/** What can be done with it now, for menu, toolbar and command line alike. */
	default List<Verb> verbs() {
		return List.of();
	}
}
