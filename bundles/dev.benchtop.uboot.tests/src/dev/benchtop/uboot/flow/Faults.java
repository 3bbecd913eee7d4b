package dev.benchtop.uboot.flow;

import java.util.EnumMap;
import java.util.Map;

/** How often each fault is still to come. */
final class Faults {

	private final Map<Fault, Integer> left = new EnumMap<>(Fault.class);

	synchronized void add(Fault fault, int times) {
		left.put(fault, times);
	}

	synchronized boolean due(Fault fault) {
		return left.getOrDefault(fault, 0) > 0;
	}

	/** Whether a fault comes now, which is one time less to come. */
	synchronized boolean comes(Fault fault) {
		final boolean due = due(fault);
		if (due) {
			left.merge(fault, -1, Integer::sum);
		}
		return due;
	}
}
