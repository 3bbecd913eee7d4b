package dev.benchtop.serial.telnet;

import org.apache.commons.net.telnet.TelnetOptionHandler;

/** An option that says no more than that it is on. */
final class Option extends TelnetOptionHandler {

	private Option(int code, boolean weOffer, boolean weAsk, boolean weMay, boolean theyMay) {
		super(code, weOffer, weAsk, weMay, theyMay);
	}

	/** Wanted on both sides. */
	static Option wanted(int code) {
		return new Option(code, true, true, true, true);
	}

	/** Done by the server if it likes. */
	static Option theirs(int code) {
		return new Option(code, false, false, false, true);
	}

	/** Done by either side if the other one asks. */
	static Option allowed(int code) {
		return new Option(code, false, false, true, true);
	}
}
