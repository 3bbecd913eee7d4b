package dev.benchtop.core.flash;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A named place of a board that can be flashed or dumped.
 *
 * @param name as in {@code BOARD:TARGET}
 * @param capacity bytes that it can hold, where it has a fixed size
 * @param content what it holds now, in a line for people; empty where that is not known
 * @param identity what makes it this one and no other: a path, or model, serial and size
 * @param guard what it wants of the user before it is overwritten; empty for what is the board's alone
 */
public record Target(String name, OptionalLong capacity, String content, String identity, Optional<Guard> guard) {

	/** A target that wants nothing. */
	public Target(String name, OptionalLong capacity, String content, String identity) {
		this(name, capacity, content, identity, Optional.empty());
	}
}
