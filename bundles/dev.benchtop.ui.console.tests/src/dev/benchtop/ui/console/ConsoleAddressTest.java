package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleAddressTest {

	@Test
	void comesBackFromItsText() {
		final var address = new ConsoleAddress("virtual-x86", "machine.console");
		assertEquals("virtual-x86/machine.console", address.toString());
		assertEquals(address, ConsoleAddress.parse(address.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = {"/dev/serial/by-id/usb-FTDI_FT232R#1", "rfc2217://host:4711", "COM@3"})
	void aPortComesBackFromItsText(String port) {
		final var address = ConsoleAddress.of(new PortAddress(port, 921600));
		assertFalse(address.toString().contains(":"), address::toString);
		assertEquals(address, ConsoleAddress.parse(address.toString()));
		assertEquals(address.tab(3), ConsoleAddress.parse(address.tab(3).toString()));
	}

	@Test
	void aSecondTabIsAnother() {
		final var address = new ConsoleAddress("desk", "console");
		assertEquals("desk/console#2", address.tab(2).toString());
		assertEquals(address.tab(2), ConsoleAddress.parse("desk/console#2"));
		assertEquals(address, address.tab(2).tab(1));
	}

	@Test
	void aTabIsCalledByItsConsole() {
		assertEquals("console", new ConsoleAddress("desk", "machine.console").name());
		assertEquals("ttyUSB0", ConsoleAddress.of(new PortAddress("/dev/ttyUSB0", 9600)).name());
	}

	@Test
	void isThatOfTheNode() {
		assertEquals(new ConsoleAddress("desk", "serial"), ConsoleAddress.of(new FakeLine().node("desk", "serial")));
	}
}
