package dev.benchtop.core.flash;

import java.util.List;
import java.util.OptionalLong;

import dev.benchtop.core.Progress.Phase;

/**
 * What a flash will do.
 *
 * @param phases in order
 * @param steps the plan in plain words, one sentence a step
 * @param bytes how much will be written, where that is known
 * @param target the target that was chosen
 * @param staged whether the target keeps its old content until the flash has succeeded
 */
public record FlashPlan(List<Phase> phases, List<String> steps, OptionalLong bytes, Target target, boolean staged) {

	/** A plan for a target that is not staged. */
	public FlashPlan(List<Phase> phases, List<String> steps, OptionalLong bytes, Target target) {
		this(phases, steps, bytes, target, false);
	}

	public FlashPlan {
		phases = List.copyOf(phases);
		steps = List.copyOf(steps);
	}
}
