package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.StorageMux.Position;

/** The hardware that moves a medium; says nothing of when that may be done. */
interface MuxSwitch {

	/** Moves the medium; {@code to} is never {@link Position#UNKNOWN}. */
	void move(Position to, CancelToken cancel) throws BenchException;

	/** Who has the medium, as the hardware says. */
	Position position() throws BenchException;

	/** Whether it can take the medium from both; where it cannot, off is with this machine. */
	default boolean detaches() {
		return true;
	}

	/** The device file of the medium, where the hardware leads to it by itself. */
	default Optional<Path> medium() throws BenchException {
		return Optional.empty();
	}
}
