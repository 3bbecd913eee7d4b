package dev.benchtop.ui.internal;

import java.util.Arrays;
import java.util.List;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The services of one type that the rooms contribute, the highest ranking first. */
public final class Services<T> {

	private final ServiceTracker<T, T> tracker;

	public Services(Class<T> type) {
		tracker = new ServiceTracker<>(FrameworkUtil.getBundle(Services.class).getBundleContext(), type, null);
		tracker.open();
	}

	public List<T> all() {
		final ServiceReference<T>[] references = tracker.getServiceReferences();
		if (references == null) {
			return List.of();
		}
		final var sorted = references.clone();
		Arrays.sort(sorted, java.util.Comparator.reverseOrder());
		return Arrays.stream(sorted).map(tracker::getService).filter(java.util.Objects::nonNull).toList();
	}
}
