package dev.benchtop.core.console.modem;

/** How a file goes over a line. */
public enum Protocol {
	/** The bytes as they are. */
	RAW("Raw", false, false), //$NON-NLS-1$
	/** Blocks of 128 bytes; asked for with a sum of eight bits. */
	XMODEM("XMODEM", false, true), //$NON-NLS-1$
	/** Blocks of 128 bytes with a CRC. */
	XMODEM_CRC("XMODEM-CRC", false, true), //$NON-NLS-1$
	/** Blocks of 1024 bytes with a CRC. */
	XMODEM_1K("XMODEM-1K", false, true), //$NON-NLS-1$
	/** Several files with name and length, in blocks of 1024 bytes. */
	YMODEM("YMODEM", true, true), //$NON-NLS-1$
	/** Several files with name and length in one stream, that goes on where it was interrupted. */
	ZMODEM("ZMODEM", true, true); //$NON-NLS-1$

	private final String label;
	private final boolean batch;
	private final boolean receives;

	Protocol(String label, boolean batch, boolean receives) {
		this.label = label;
		this.batch = batch;
		this.receives = receives;
	}

	/** What it is called. */
	public String label() {
		return label;
	}

	/** Whether several files go at once, with their names. */
	public boolean batch() {
		return batch;
	}

	/** Whether files can be received by it. */
	public boolean receives() {
		return receives;
	}
}
