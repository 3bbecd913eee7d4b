package dev.benchtop.serial.line;

/**
 * How a serial line is set.
 *
 * @param baudrate bits per second
 * @param dataBits 5 to 8
 * @param stopBits 1 or 2; with five data bits, 2 is one and a half
 * @param dtr whether DTR is asserted as the line is opened
 * @param rts whether RTS is asserted as the line is opened
 */
public record LineSettings(int baudrate, int dataBits, Parity parity, int stopBits, FlowControl flow, boolean dtr, boolean rts) {

	/** 115200 8N1 without flow control, both lines asserted. */
	public static final LineSettings USUAL = new LineSettings(115_200, 8, Parity.NONE, 1, FlowControl.NONE, true, true);

	/** The same at another speed. */
	public LineSettings withBaudrate(int baud) {
		return new LineSettings(baud, dataBits, parity, stopBits, flow, dtr, rts);
	}

	/** The same with other control lines. */
	public LineSettings withLines(boolean dtrNow, boolean rtsNow) {
		return new LineSettings(baudrate, dataBits, parity, stopBits, flow, dtrNow, rtsNow);
	}

	/** {@code 115200 8N1}. */
	@Override
	public String toString() {
		return baudrate + " " + dataBits + parity.letter() + stopBits; //$NON-NLS-1$
	}
}
