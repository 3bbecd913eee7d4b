package com.example.benchtop.lamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverContext;

/** The relay of a lamp: a file that says {@code on} or {@code off}. */
final class Relay implements Power {

	private final DriverContext context;
	private final Path file;
	private final boolean inverted;

	Relay(DriverContext context, Path file, boolean inverted) {
		this.context = context;
		this.file = file;
		this.inverted = inverted;
		publish();
	}

	@Override
	public void on(CancelToken cancel) throws BenchException {
		set(true);
	}

	@Override
	public void off(CancelToken cancel) throws BenchException {
		set(false);
	}

	@Override
	public State state() {
		if (Files.notExists(file)) {
			return State.OFF;
		}
		try {
			return Files.readString(file).strip().equals(word(true)) ? State.ON : State.OFF;
		} catch (IOException e) {
			return State.UNKNOWN;
		}
	}

	private void set(boolean on) throws BenchException {
		try {
			Files.writeString(file, word(on) + '\n');
		} catch (IOException e) {
			throw BenchException.failed("The relay cannot be switched").where(context.board() + '/' + context.node()).why(e)
					.next("Its file has to be one that you can write: " + file).build();
		}
		publish();
	}

	private String word(boolean on) {
		return on != inverted ? "on" : "off";
	}

	/** Tells tree and command line how the lamp stands. */
	private void publish() {
		context.publish("", switch (state()) {
		case ON -> new NodeState(NodeState.Level.ON, "on", file.toString());
		case OFF -> new NodeState(NodeState.Level.OFF, "off", file.toString());
		case UNKNOWN -> NodeState.UNKNOWN;
		});
	}
}
