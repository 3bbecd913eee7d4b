package dev.benchtop.ui.display;

import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.function.Supplier;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Display;

/** A display whose password somebody was asked for. It knows whether the server was told one. */
final class AskedDisplay implements Display {

	private final Display display;
	private final Supplier<Optional<Secret>> answer;
	private volatile boolean told;

	/** @param answer asked only where the server wants a password */
	AskedDisplay(Display display, Supplier<Optional<Secret>> answer) {
		this.display = display;
		this.answer = answer;
	}

	@Override
	public ByteChannel open() throws BenchException {
		return display.open();
	}

	@Override
	public Optional<Secret> password() {
		final Optional<Secret> password = answer.get();
		told = password.isPresent();
		return password;
	}

	boolean told() {
		return told;
	}
}
