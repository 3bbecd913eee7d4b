package dev.benchtop.uboot.flow;

import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.BlockTarget;

/** A disk of a board, which nobody but the board writes. */
record OnBoard(String identity) implements BlockTarget {

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
		throw new UnsupportedOperationException(identity);
	}
}
