package dev.benchtop.disk;

import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;

/** A medium that this machine does not have: written in place, of a size that is not known yet. */
record Elsewhere(String identity) implements BlockTarget {

	@Override
	public OptionalLong capacity() {
		return OptionalLong.empty();
	}

	@Override
	public boolean staged() {
		return false;
	}

	@Override
	public Session open() throws BenchException {
		throw BenchException.failed(Messages.Elsewhere_notHere).where(identity).build();
	}
}
