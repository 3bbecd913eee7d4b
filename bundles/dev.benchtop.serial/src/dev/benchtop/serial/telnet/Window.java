package dev.benchtop.serial.telnet;

import java.io.IOException;
import java.lang.System.Logger.Level;

import org.apache.commons.net.telnet.TelnetOption;
import org.apache.commons.net.telnet.TelnetOptionHandler;

/** Tells the server how large the terminal is (RFC 1073). */
final class Window extends TelnetOptionHandler {

	private final Session session;
	private int columns = 80;
	private int rows = 24;

	Window(Session session) {
		super(TelnetOption.WINDOW_SIZE, true, false, true, false);
		this.session = session;
	}

	@Override
	public synchronized int[] startSubnegotiationLocal() {
		return new int[] {TelnetOption.WINDOW_SIZE, columns >> 8, columns & 0xff, rows >> 8, rows & 0xff};
	}

	void resized(int columnsNow, int rowsNow) {
		synchronized (this) {
			columns = columnsNow;
			rows = rowsNow;
		}
		try {
			if (session.getLocalOptionState(TelnetOption.WINDOW_SIZE)) {
				session.sendSubnegotiation(startSubnegotiationLocal());
			}
		} catch (IOException e) {
			System.getLogger(getClass().getName()).log(Level.DEBUG, "The size of the terminal could not be told", e); //$NON-NLS-1$
		}
	}
}
