package dev.benchtop.uboot.flow;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress.Phase;

/**
 * One stage of a flow.
 *
 * @param needs where the board has to be for it
 * @param leaves where the board is after it
 * @param lasting whether what it did holds even where the board is switched off afterwards
 */
record Stage(Phase phase, Place needs, Place leaves, boolean lasting, Work work) {

	/** What is done. */
	@FunctionalInterface
	interface Work {
		void run() throws BenchException;
	}
}
