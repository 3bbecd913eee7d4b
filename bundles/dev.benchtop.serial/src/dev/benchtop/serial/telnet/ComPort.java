package dev.benchtop.serial.telnet;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.apache.commons.net.telnet.TelnetNotificationHandler;
import org.apache.commons.net.telnet.TelnetOptionHandler;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.console.SerialLines.Signal;
import dev.benchtop.serial.line.FlowControl;
import dev.benchtop.serial.line.LineSettings;
import dev.benchtop.serial.line.Parity;

/** The client's side of the COM-PORT-OPTION (RFC 2217): sets the port of the server, and hears how its lines stand. */
final class ComPort extends TelnetOptionHandler {

	private static final int OPTION = 44;
	private static final int SET_BAUDRATE = 1;
	private static final int SET_DATASIZE = 2;
	private static final int SET_PARITY = 3;
	private static final int SET_STOPSIZE = 4;
	private static final int SET_CONTROL = 5;
	private static final int NOTIFY_LINESTATE = 6;
	private static final int NOTIFY_MODEMSTATE = 7;
	private static final int FLOWCONTROL_SUSPEND = 8;
	private static final int FLOWCONTROL_RESUME = 9;
	private static final int SET_LINESTATE_MASK = 10;
	private static final int SET_MODEMSTATE_MASK = 11;
	/** What a server answers is the command and so much. */
	private static final int ANSWER = 100;
	/** Section "SET-CONTROL". */
	private static final int BREAK_ON = 5;
	private static final int BREAK_OFF = 6;
	private static final int DTR_ON = 8;
	private static final int DTR_OFF = 9;
	private static final int RTS_ON = 11;
	private static final int RTS_OFF = 12;
	/** Break, framing, parity and overrun errors. */
	private static final int ERRORS = 0x1e;
	private static final int ALL_CHANGES = 0xff;
	private static final long PATIENCE_MILLIS = 5000;

	private static final Logger LOG = System.getLogger(ComPort.class.getName());

	private final Session session;
	private final LineSettings wanted;
	private final Map<Integer, Integer> answers = new HashMap<>();
	private boolean agreed;
	private boolean refused;
	private boolean suspended;
	private boolean closed;
	private int modemState;

	ComPort(Session session, LineSettings wanted) {
		super(OPTION, true, false, true, true);
		this.session = session;
		this.wanted = wanted;
		session.registerNotifHandler(this::heard);
	}

	private void heard(int what, int option) {
		if (what == TelnetNotificationHandler.RECEIVED_DONT && option == OPTION) {
			synchronized (this) {
				refused = true;
				notifyAll();
			}
		}
	}

	/** The server agrees to the option. */
	@Override
	public int[] startSubnegotiationLocal() {
		synchronized (this) {
			agreed = true;
			notifyAll();
		}
		return null;
	}

	/**
	 * Waits until the server agrees, and sets the port.
	 *
	 * @throws IOException if it does not speak RFC 2217, or keeps other settings
	 */
	void awaitReady() throws IOException {
		await(() -> agreed || refused);
		synchronized (this) {
			if (!agreed) {
				throw new IOException(Messages.ComPort_refused);
			}
		}
		send(SET_LINESTATE_MASK, ERRORS);
		send(SET_MODEMSTATE_MASK, ALL_CHANGES);
		send(SET_CONTROL, flow(wanted.flow()));
		send(SET_CONTROL, wanted.dtr() ? DTR_ON : DTR_OFF);
		send(SET_CONTROL, wanted.rts() ? RTS_ON : RTS_OFF);
		set(SET_DATASIZE, wanted.dataBits());
		set(SET_PARITY, parity(wanted.parity()));
		set(SET_STOPSIZE, stopSize(wanted));
		set(SET_BAUDRATE, wanted.baudrate());
	}

	private static int flow(FlowControl flow) {
		return switch (flow) {
			case NONE -> 1;
			case XON_XOFF -> 2;
			case RTS_CTS -> 3;
			case DSR_DTR -> 19;
		};
	}

	private static int parity(Parity parity) {
		return parity.ordinal() + 1;
	}

	private static int stopSize(LineSettings settings) {
		return settings.stopBits() == 2 && settings.dataBits() == 5 ? 3 : settings.stopBits();
	}

	void baudrate(int baud) throws IOException {
		set(SET_BAUDRATE, baud);
	}

	void breaking(boolean on) throws IOException {
		set(SET_CONTROL, on ? BREAK_ON : BREAK_OFF);
	}

	void dtr(boolean asserted) throws IOException {
		set(SET_CONTROL, asserted ? DTR_ON : DTR_OFF);
	}

	void rts(boolean asserted) throws IOException {
		set(SET_CONTROL, asserted ? RTS_ON : RTS_OFF);
	}

	/** How the lines stood when the server told last. */
	synchronized Set<Signal> signals() {
		final Set<Signal> asserted = EnumSet.noneOf(Signal.class);
		if ((modemState & 0x80) != 0) {
			asserted.add(Signal.DCD);
		}
		if ((modemState & 0x40) != 0) {
			asserted.add(Signal.RI);
		}
		if ((modemState & 0x20) != 0) {
			asserted.add(Signal.DSR);
		}
		if ((modemState & 0x10) != 0) {
			asserted.add(Signal.CTS);
		}
		return asserted;
	}

	/** Sets one thing, and waits until the server says that it is so. */
	private void set(int command, int value) throws IOException {
		synchronized (this) {
			answers.remove(command);
		}
		send(command, value);
		await(() -> answers.containsKey(command));
		synchronized (this) {
			if (!answers.containsKey(command)) {
				throw new IOException(NLS.bind(Messages.ComPort_silent, words(command, value)));
			}
			if (answers.get(command) != value) {
				throw new IOException(command == SET_CONTROL ? NLS.bind(Messages.ComPort_kept, words(command, value))
						: NLS.bind(Messages.ComPort_other, new Object[] {words(command, value), Integer.toString(value), answers.get(command).toString()}));
			}
		}
	}

	private static String words(int command, int value) {
		return switch (command) {
			case SET_BAUDRATE -> Messages.ComPort_baudrate;
			case SET_DATASIZE -> Messages.ComPort_dataBits;
			case SET_PARITY -> Messages.ComPort_parity;
			case SET_STOPSIZE -> Messages.ComPort_stopBits;
			default -> switch (value) {
				case BREAK_ON, BREAK_OFF -> Messages.ComPort_break;
				case DTR_ON, DTR_OFF -> "DTR"; //$NON-NLS-1$
				case RTS_ON, RTS_OFF -> "RTS"; //$NON-NLS-1$
				default -> Messages.ComPort_flow;
			};
		};
	}

	private void send(int command, int value) throws IOException {
		synchronized (session) {
			session.sendSubnegotiation(command == SET_BAUDRATE ? new int[] {OPTION, command, value >>> 24, value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff}
					: new int[] {OPTION, command, value});
		}
	}

	@FunctionalInterface
	private interface Condition {
		boolean holds();
	}

	/** Waits until it holds, but not for ever. */
	private synchronized void await(Condition condition) throws IOException {
		final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
		try {
			for (long left = PATIENCE_MILLIS; !condition.holds() && left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
				if (closed) {
					throw new ClosedChannelException();
				}
				wait(left);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	/** Waits while the server wants no more bytes. */
	synchronized void awaitMaySend() throws IOException {
		try {
			while (suspended && !closed) {
				wait();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
		if (closed) {
			throw new ClosedChannelException();
		}
	}

	/** What the server says. */
	@Override
	public synchronized int[] answerSubnegotiation(int[] said, int length) {
		if (length < 2) {
			return null;
		}
		final int command = said[1] % ANSWER;
		int value = 0;
		for (int i = 2; i < length; i++) {
			value = value << 8 | said[i];
		}
		switch (command) {
			case NOTIFY_LINESTATE -> LOG.log(Level.DEBUG, "The server tells of errors on the line: 0x{0}", Integer.toHexString(value & ERRORS)); //$NON-NLS-1$
			case NOTIFY_MODEMSTATE -> modemState = value;
			case FLOWCONTROL_SUSPEND -> suspended = true;
			case FLOWCONTROL_RESUME -> suspended = false;
			default -> answers.put(command, value);
		}
		notifyAll();
		return null;
	}

	/** Ends all waits. */
	synchronized void close() {
		closed = true;
		notifyAll();
	}
}
