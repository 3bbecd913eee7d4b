package dev.benchtop.serial.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.benchtop.core.BlockOutput;
import dev.benchtop.core.console.LineOffException;
import dev.benchtop.core.console.LineTransport;
import dev.benchtop.core.console.SerialLines;
import dev.benchtop.serial.find.AbsentPortException;
import dev.benchtop.serial.find.PortName;
import dev.benchtop.serial.line.Intake;
import dev.benchtop.serial.line.LineSettings;
import dev.benchtop.serial.line.Pacer;
import dev.benchtop.serial.line.Unclosed;

/** A serial port of this machine. It is looked for by its name each time, so that a device is found wherever it is plugged in again. */
public final class DeviceTransport implements LineTransport {

	/**
	 * How it is driven.
	 *
	 * @param charactersPerSecond how fast it is sent at most; 0 as fast as the line
	 * @param expected whether it is a fault that the device is not there
	 * @param keepLines whether DTR and RTS stay as they are when the port is closed, so that no board is reset by it
	 */
	public record Manner(int charactersPerSecond, boolean expected, boolean keepLines) {
	}

	/** To see whether a file is there costs next to nothing. */
	private static final Duration PATIENCE = Duration.ofMillis(50);

	private final PortName name;
	private final Manner manner;
	private final DeviceLines lines;

	/** A port that is not open yet. */
	public DeviceTransport(PortName name, LineSettings settings, Manner manner) {
		this.name = name;
		this.manner = manner;
		lines = new DeviceLines(name.toString(), settings);
	}

	@Override
	public Connection open() throws IOException {
		final Path device = find();
		final var port = DevicePort.open(device, lines.settings(), manner.keepLines());
		lines.opened(port);
		return new Open(port, Intake.start(port::read, device.getFileName().toString()));
	}

	private Path find() throws IOException {
		try {
			return name.find();
		} catch (AbsentPortException e) {
			throw manner.expected() ? e : new LineOffException(e.getMessage());
		}
	}

	@Override
	public Duration patience() {
		return PATIENCE;
	}

	@Override
	public String detail() {
		return name + " " + lines.settings(); //$NON-NLS-1$
	}

	@Override
	public Optional<SerialLines> lines() {
		return Optional.of(lines);
	}

	private final class Open implements Connection {

		private final DevicePort port;
		private final Intake input;
		private final OutputStream output;

		Open(DevicePort port, Intake input) {
			this.port = port;
			this.input = input;
			output = Pacer.of(new Typing(port), manner.charactersPerSecond());
		}

		@Override
		public InputStream input() {
			return input;
		}

		@Override
		public OutputStream output() {
			return new Unclosed(output);
		}

		@Override
		public void close() throws IOException {
			lines.closed(port);
			input.close();
			output.close();
			port.close();
		}
	}

	private static final class Typing extends BlockOutput {

		private final DevicePort port;

		Typing(DevicePort port) {
			this.port = port;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			port.write(bytes, offset, length);
		}
	}
}
