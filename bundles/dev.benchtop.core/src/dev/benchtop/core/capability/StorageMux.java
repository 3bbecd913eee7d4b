package dev.benchtop.core.capability;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.BlockTarget;

/** A medium that either the host or the board has. */
public interface StorageMux extends Capability {

	/** Who has the medium. */
	enum Position {
		HOST, DUT, OFF, UNKNOWN
	}

	void host(CancelToken cancel) throws BenchException;

	void dut(CancelToken cancel) throws BenchException;

	void off(CancelToken cancel) throws BenchException;

	Position position() throws BenchException;

	/**
	 * The medium while the host has it.
	 *
	 * @param cancel ends the waiting while it is opened
	 */
	BlockTarget media(CancelToken cancel) throws BenchException;
}
