package dev.benchtop.ui;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;

/** Something long that runs off the UI thread. */
@FunctionalInterface
public interface Task {

	void run(Progress progress) throws BenchException;
}
