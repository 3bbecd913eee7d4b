package dev.benchtop.serial;

import dev.benchtop.core.driver.Option;
import dev.benchtop.serial.line.FlowControl;
import dev.benchtop.serial.line.LineSettings;
import dev.benchtop.serial.line.Parity;

/**
 * The configuration of {@code type: rfc2217}: a serial port of another machine.
 *
 * @param port the TCP port of the server
 * @param baudrate in bits per second
 * @param cps characters per second at most; 0 for no limit
 */
public record Rfc2217Config(@Option(required = true) String host, @Option(required = true, min = 1, max = 65535) int port,
		@Option(value = "115200", min = 50, max = 4_000_000, proposals = {"9600", "38400", "57600", "115200", "230400", "460800", "921600", "1500000", "3000000"}) int baudrate,
		@Option(key = "data_bits", value = "8", min = 5, max = 8, advanced = true) int dataBits, @Option(value = "none", advanced = true) Parity parity,
		@Option(key = "stop_bits", value = "1", min = 1, max = 2, advanced = true) int stopBits,
		@Option(value = "none", advanced = true) FlowControl flow, @Option(value = "true", advanced = true) boolean dtr,
		@Option(value = "true", advanced = true) boolean rts, @Option(value = "0", min = 0, max = 1_000_000, advanced = true) int cps) {

	LineSettings settings() {
		return new LineSettings(baudrate, dataBits, parity, stopBits, flow, dtr, rts);
	}
}
