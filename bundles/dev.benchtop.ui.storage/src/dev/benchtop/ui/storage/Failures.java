package dev.benchtop.ui.storage;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.storage.PathFailure;

/** What a file system says, in words. */
final class Failures {

	private Failures() {
	}

	/** @param what what failed, with {@code {0}} for the place's name */
	static BenchException of(String what, Place place, Exception e) {
		return PathFailure.of(NLS.bind(what, place.name()), place.text(), e);
	}
}
