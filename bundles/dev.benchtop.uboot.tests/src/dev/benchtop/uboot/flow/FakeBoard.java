package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.LineOffException;
import dev.benchtop.core.console.LineTransport;
import dev.benchtop.testing.QueueInput;

/**
 * A board on the other end of a console: a U-Boot that knows what a flow asks of it, and a system with a login. Each fault comes as
 * often as it is told.
 */
public final class FakeBoard implements LineTransport, Power, AutoCloseable {

	private enum State {
		OFF, AUTOBOOT, UBOOT, LOGIN, PASSWORD, SHELL, DEAD
	}

	private static final String PROMPT = "=> ";

	private final Path folder;
	private final Faults faults = new Faults();
	private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
	private final FakeUboot uboot;
	private final FakeSystem system;
	private final StringBuilder line = new StringBuilder();
	private volatile State state = State.OFF;
	private volatile BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
	private boolean echo = true;
	private int boots;

	/**
	 * @param folder holds its disk, {@code disk}
	 * @param servers the file servers by protocol
	 */
	FakeBoard(Path folder, Function<String, FakeServer> servers) {
		this.folder = folder;
		this.uboot = new FakeUboot(servers, faults, commands, this::say);
		this.system = new FakeSystem(folder, faults);
	}

	public FakeBoard fails(Fault fault, int times) {
		faults.add(fault, times);
		return this;
	}

	/** Its system has the program fls. */
	void withFls() throws IOException {
		Files.writeString(folder.resolve("FLS"), "");
	}

	/** What was typed at its prompts, without marks. */
	List<String> commands() {
		return List.copyOf(commands);
	}

	/** How often power was switched on. */
	public int boots() {
		return boots;
	}

	public String variable(String name) {
		return uboot.variable(name);
	}

	@Override
	public synchronized void on(CancelToken cancel) throws BenchException {
		if (faults.comes(Fault.NO_POWER)) {
			throw BenchException.failed("The relay does not answer").next("Look at the relay").build();
		}
		if (state != State.OFF) {
			return;
		}
		boots++;
		said = new LinkedBlockingQueue<>();
		uboot.reset();
		line.setLength(0);
		echo = true;
		state = State.AUTOBOOT;
		if (faults.comes(Fault.SILENT)) {
			state = State.DEAD;
		} else if (faults.comes(Fault.NO_PROMPT)) {
			state = State.DEAD;
			say("ROM: no boot device\r\n");
		} else {
			say("\r\nU-Boot 2023.01 (fake)\r\n\r\nHit any key to stop autoboot:  2 ");
		}
	}

	@Override
	public synchronized void off(CancelToken cancel) {
		state = State.OFF;
		system.end();
		said.add(QueueInput.END);
	}

	@Override
	public Power.State state() {
		return state == State.OFF ? Power.State.OFF : Power.State.ON;
	}

	private void say(String text) {
		said.add(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Override
	public synchronized Connection open() throws IOException {
		if (state == State.OFF) {
			throw new LineOffException("the board is off");
		}
		final var queue = said;
		return new Connection() {
			@Override
			public InputStream input() {
				return new QueueInput(queue);
			}

			@Override
			public OutputStream output() {
				return new OutputStream() {
					@Override
					public void write(int value) {
						type((char) (value & 0xff));
					}
				};
			}

			@Override
			public void close() {
				queue.add(QueueInput.END);
			}
		};
	}

	@Override
	public String detail() {
		return "fake0";
	}

	private synchronized void type(char key) {
		switch (state) {
		case OFF, DEAD -> { }
		case AUTOBOOT -> {
			if (faults.comes(Fault.AUTOBOOT_MISSED)) {
				state = State.DEAD;
				say("\b\b0 \r\nStarting kernel ...\r\n\r\n");
			} else {
				state = State.UBOOT;
				say("\b\b0 \r\n" + PROMPT);
			}
		}
		default -> {
			if (key == 3) {
				interrupt();
			} else if (key == '\n') {
				final String typed = line.toString();
				line.setLength(0);
				if (echo && state != State.PASSWORD) {
					say("\r\n");
				}
				enter(typed);
			} else {
				line.append(key);
				if (echo && state != State.PASSWORD) {
					say(String.valueOf(key));
				}
			}
		}
		}
	}

	private void interrupt() {
		line.setLength(0);
		if (state == State.UBOOT) {
			say("<INTERRUPT>\r\n" + PROMPT);
		} else if (state == State.SHELL) {
			system.interrupt();
		}
	}

	private void enter(String typed) {
		switch (state) {
		case UBOOT -> {
			switch (uboot.enter(typed)) {
			case PROMPT -> say(PROMPT);
			case AUTOBOOT -> state = State.AUTOBOOT;
			case LOGIN -> state = State.LOGIN;
			case NOWHERE -> state = State.DEAD;
			}
		}
		case LOGIN -> {
			state = State.PASSWORD;
			say("Password: ");
		}
		case PASSWORD -> {
			if (!typed.equals("password") || faults.comes(Fault.LOGIN_REFUSED)) {
				state = State.LOGIN;
				say("\r\nLogin incorrect\r\nflasher login: ");
			} else {
				state = State.SHELL;
				say("\r\n");
				system.start(said);
			}
		}
		case SHELL -> {
			commands.add(typed);
			if (typed.contains("bt-script") && typed.startsWith("sh ") && faults.comes(Fault.CONSOLE_DIES)) {
				state = State.DEAD;
				system.end();
				said.add(QueueInput.END);
				return;
			}
			echo &= !typed.contains("stty -echo");
			system.run(typed);
		}
		default -> { }
		}
	}

	@Override
	public void close() {
		off(CancelToken.none());
	}
}
