package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConsoleAddressTest {

	@Test
	void comesBackFromItsText() {
		final var address = new ConsoleAddress("virtual-x86", "machine.console");
		assertEquals("virtual-x86/machine.console", address.toString());
		assertEquals(address, ConsoleAddress.parse(address.toString()));
	}

	@Test
	void isThatOfTheNode() {
		assertEquals(new ConsoleAddress("desk", "serial"), ConsoleAddress.of(new FakeLine().node("desk", "serial")));
	}
}
