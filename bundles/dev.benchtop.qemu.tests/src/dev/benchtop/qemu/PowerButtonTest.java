package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PowerButtonTest {

	@Test
	void readsTheRegisterAsTheMonitorShowsIt() {
		assertTrue(PowerButton.isSet("portw[0x0602] = 0x0120\r\n", 1 << 8));
		assertFalse(PowerButton.isSet("portw[0x0602] = 0x0020\r\n", 1 << 8));
		assertTrue(PowerButton.isSet("0000000008000104: 0x00000202\r\n", 1 << 9));
		assertFalse(PowerButton.isSet("0000000008000104: 0x00000000\r\n", 1 << 9));
	}

	@Test
	void aRegisterThatIsNotThereIsNotSet() {
		assertFalse(PowerButton.isSet("portw[0x0602] = 0xffff\r\n", 1 << 8));
		assertFalse(PowerButton.isSet("Cannot access memory\r\n", 1 << 8));
	}
}
