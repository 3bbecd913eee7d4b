package dev.benchtop.serial.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

import dev.benchtop.core.console.SerialLines.Signal;
import dev.benchtop.serial.line.FlowControl;
import dev.benchtop.serial.line.LineSettings;
import dev.benchtop.serial.line.Parity;

/** One open port. It is opened once and closed once: the library's own object does not survive an unplugged device. */
final class DevicePort implements AutoCloseable {

	/** How often a silent line is looked at, whether its device is still there. */
	private static final int LOOK_MILLIS = 100;

	private final Path device;
	private final SerialPort port;
	private final Optional<Termios> termios;
	private final boolean isFile;

	private DevicePort(Path device, SerialPort port, Optional<Termios> termios) {
		this.device = device;
		this.port = port;
		this.termios = termios;
		isFile = Files.exists(device);
	}

	/**
	 * Opens a port for this process alone.
	 *
	 * @param keepLines whether DTR and RTS stay as they are when it is closed
	 * @throws IOException with the reason in words for people
	 */
	static DevicePort open(Path device, LineSettings settings, boolean keepLines) throws IOException {
		final SerialPort port = find(device);
		port.setComPortParameters(settings.baudrate(), settings.dataBits(), stopBits(settings), parity(settings.parity()));
		port.setFlowControl(flow(settings.flow()));
		port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, LOOK_MILLIS, 0);
		if (!settings.dtr()) {
			port.clearDTR();
		}
		if (!settings.rts()) {
			port.clearRTS();
		}
		if (!port.openPort(0)) {
			throw OpenFailure.of(device, port.getLastErrorCode());
		}
		final var termios = Termios.of(device);
		termios.ifPresent(flags -> flags.prepare(settings.baudrate(), !keepLines));
		return new DevicePort(device, port, termios);
	}

	private static SerialPort find(Path device) throws IOException {
		try {
			return SerialPort.getCommPort(device.toString());
		} catch (SerialPortInvalidPortException e) {
			throw new NoSuchFileException(device.toString());
		}
	}

	private static int stopBits(LineSettings settings) {
		if (settings.stopBits() == 1) {
			return SerialPort.ONE_STOP_BIT;
		}
		return settings.dataBits() == 5 ? SerialPort.ONE_POINT_FIVE_STOP_BITS : SerialPort.TWO_STOP_BITS;
	}

	private static int parity(Parity parity) {
		return switch (parity) {
			case NONE -> SerialPort.NO_PARITY;
			case ODD -> SerialPort.ODD_PARITY;
			case EVEN -> SerialPort.EVEN_PARITY;
			case MARK -> SerialPort.MARK_PARITY;
			case SPACE -> SerialPort.SPACE_PARITY;
		};
	}

	private static int flow(FlowControl flow) {
		return switch (flow) {
			case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
			case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
			case DSR_DTR -> SerialPort.FLOW_CONTROL_DSR_ENABLED | SerialPort.FLOW_CONTROL_DTR_ENABLED;
			case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
		};
	}

	/** Waits for bytes; returns how many, or -1 where the device is gone. */
	int read(byte[] into) {
		while (true) {
			final int count = port.readBytes(into, into.length);
			if (count != 0) {
				return count;
			}
			if (gone()) {
				return -1;
			}
		}
	}

	/** An unplugged device reads as one that is silent; the library calls it open. */
	private boolean gone() {
		return !port.isOpen() || isFile && !Files.exists(device) || !termios.map(Termios::answers).orElse(true);
	}

	void write(byte[] bytes, int offset, int length) throws IOException {
		for (int done = 0; done < length;) {
			final int count = port.writeBytes(bytes, length - done, offset + done);
			if (count <= 0) {
				throw new IOException(NLS.bind(Messages.DevicePort_writeFailed, device));
			}
			done += count;
		}
	}

	/** Whether the port took the speed. */
	boolean baudrate(int baud) {
		return port.setBaudRate(baud) & termios.map(flags -> flags.speed(baud)).orElse(true) || termios.map(flags -> flags.hasSpeed(baud)).orElse(false);
	}

	boolean breaking(boolean on) {
		return on ? port.setBreak() : port.clearBreak();
	}

	boolean dtr(boolean asserted) {
		return asserted ? port.setDTR() : port.clearDTR();
	}

	boolean rts(boolean asserted) {
		return asserted ? port.setRTS() : port.clearRTS();
	}

	Set<Signal> signals() {
		final Set<Signal> asserted = EnumSet.noneOf(Signal.class);
		if (port.getCTS()) {
			asserted.add(Signal.CTS);
		}
		if (port.getDSR()) {
			asserted.add(Signal.DSR);
		}
		if (port.getDCD()) {
			asserted.add(Signal.DCD);
		}
		if (port.getRI()) {
			asserted.add(Signal.RI);
		}
		return asserted;
	}

	/** Ends a read or write that waits in another thread. */
	@Override
	public void close() {
		termios.ifPresent(Termios::close);
		port.closePort();
	}
}
