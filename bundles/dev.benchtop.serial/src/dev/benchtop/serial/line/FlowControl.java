package dev.benchtop.serial.line;

/** How one side stops the other where it cannot follow. */
public enum FlowControl {
	NONE, RTS_CTS, DSR_DTR, XON_XOFF
}
