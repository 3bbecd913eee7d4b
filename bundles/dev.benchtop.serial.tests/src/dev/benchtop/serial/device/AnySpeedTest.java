package dev.benchtop.serial.device;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.serial.Ptys;
import dev.benchtop.serial.line.FlowControl;
import dev.benchtop.serial.line.LineSettings;
import dev.benchtop.serial.line.Parity;

@Timeout(60)
class AnySpeedTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(ints = {50, 9600, 31_250, 74_880, 250_000, 1_234_567, 3_000_000, 4_000_000})
	void takesIt(int baud) throws Exception {
		try (var ptys = new Ptys(folder)) {
			try (var port = DevicePort.open(ptys.host(), LineSettings.USUAL.withBaudrate(baud), false)) {
				final var termios = Termios.of(ptys.host()).orElseThrow();
				assertTrue(termios.answers());
				assertTrue(termios.hasSpeed(baud));
				assertTrue(port.baudrate(4711));
				assertTrue(termios.hasSpeed(4711));
				assertTrue(port.baudrate(baud));
				assertTrue(termios.hasSpeed(baud));
			}
			final var stopped = new LineSettings(baud, 8, Parity.NONE, 1, FlowControl.RTS_CTS, false, false);
			try (var port = DevicePort.open(ptys.host(), stopped, true)) {
				assertTrue(port.baudrate(1_000_003));
				assertFalse(Termios.of(ptys.host()).orElseThrow().hasSpeed(baud));
			}
		}
	}
}
