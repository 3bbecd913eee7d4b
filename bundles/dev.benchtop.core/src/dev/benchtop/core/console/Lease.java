package dev.benchtop.core.console;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** The keyboard in the hands of one script. */
final class Lease implements ConsoleLease {

	private final Keyboard keyboard;
	private final String by;
	private final boolean personHeld;
	private volatile BenchException loss;

	/** {@code personHeld} is whether the keyboard was the person's before, who gets it back. */
	Lease(Keyboard keyboard, String by, boolean personHeld) {
		this.keyboard = keyboard;
		this.by = by;
		this.personHeld = personHeld;
	}

	String by() {
		return by;
	}

	boolean personHeld() {
		return personHeld;
	}

	void lose(BenchException why) {
		loss = why;
	}

	BenchException loss() {
		return loss;
	}

	@Override
	public void write(byte[] bytes, boolean sensitive) throws BenchException {
		keyboard.type(this, bytes, sensitive);
	}

	@Override
	public void drain(CancelToken cancel) throws BenchException {
		keyboard.drain(this, cancel);
	}

	@Override
	public boolean lost() {
		return loss != null;
	}

	@Override
	public void close() {
		keyboard.giveBack(this);
	}
}
