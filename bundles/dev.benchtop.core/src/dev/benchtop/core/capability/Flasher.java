package dev.benchtop.core.capability;

import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;

/** Puts images on a board and reads them back. */
public interface Flasher extends Capability {

	/** The places that can be flashed or dumped, with what is known of them now. */
	List<Target> targets() throws BenchException;

	/**
	 * Says what {@link #flash} will do, and refuses what it must not; touches nothing.
	 *
	 * @throws BenchException with the reason why it is refused
	 */
	FlashPlan plan(FlashRequest request) throws BenchException;

	/**
	 * Flashes. A flash that was refused throws; one that began ends in a report, whatever came of it.
	 *
	 * @throws BenchException if it was refused before anything was done
	 */
	FlashReport flash(FlashRequest request, Progress progress) throws BenchException;

	/** Reads a target back into a file, through a part file that is renamed when complete. */
	FlashReport dump(DumpRequest request, Progress progress) throws BenchException;
}
