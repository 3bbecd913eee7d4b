package dev.benchtop.serial.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortNameTest {

	@TempDir
	Path folder;

	private FakeMachine machine;

	@BeforeEach
	void plug() throws IOException {
		machine = new FakeMachine(folder).usbSerial("ttyUSB0", "1-2.3", 0, "0403:6001", "A50285BI", "FT232R USB UART")
				.usbSerial("ttyUSB1", "1-4", 0, "0403:6011", "FT1", "Quad").usbSerial("ttyUSB2", "1-4", 1, "0403:6011", "FT1", "Quad")
				.modem("ttyACM0", "1-5", "2e8a:000a", "E66", "Pico").modem("ttyACM1", "1-6", "1a86:7523", "", "USB Serial")
				.modem("ttyACM2", "1-7", "1a86:7523", "", "USB Serial").uart("ttyS0", 4).uart("ttyS1", 0).virtual("tty1")
				.link("by-id", "usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0", "ttyUSB0").link("by-path", "pci-0000:00-usb-0:2.3:1.0-port0", "ttyUSB0");
	}

	private Path find(String name) throws IOException {
		return new PortName(name, machine.machine()).find().toRealPath();
	}

	@ParameterizedTest
	@CsvSource({"ttyUSB0,ttyUSB0", "0403:6001,ttyUSB0", "usb:0403:6001,ttyUSB0", "0403:6001:A50285BI,ttyUSB0", "1-2.3,ttyUSB0", "usb-1-2.3,ttyUSB0",
			"1-2.3:1.0,ttyUSB0", "0403:6011:FT1/1,ttyUSB2", "0403:6011/0,ttyUSB1", "1-4:1.1,ttyUSB2", "2E8A:000A,ttyACM0", "1-5,ttyACM0", "1-7,ttyACM2",
			"usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0,ttyUSB0", "pci-0000:00-usb-0:2.3:1.0-port0,ttyUSB0", "ttyS0,ttyS0"})
	void knowsAPortByAllItsNames(String name, String device) throws IOException {
		assertEquals(machine.device(device).toRealPath(), find(name));
		assertTrue(PortName.isOne(name, machine.machine()));
	}

	@Test
	void knowsAPortByItsPath() throws IOException {
		final String path = machine.device("serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0").toString();
		assertEquals(machine.device("ttyUSB0").toRealPath(), find(path));
		assertEquals("usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0", new PortName(path, machine.machine()).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = {"ttyUSB9", "0403:6001:OTHER", "0403:6011:FT1/3", "1-9", "/dev/there/is/none", "dead:beef"})
	void saysThatAPortIsNotThere(String name) {
		final var error = assertThrows(AbsentPortException.class, () -> find(name));
		assertEquals(name + " is not plugged in", error.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = {"1a86:7523", "0403:6011", "1-4"})
	void namesThePortsWhereSeveralAreMeant(String name) {
		final var error = assertThrows(IOException.class, () -> find(name));
		assertTrue(error.getMessage().startsWith(name + " means several ports: tty"), error.getMessage());
	}

	@Test
	void findsADeviceWhereverItIsPluggedInAgain() throws IOException {
		machine.unplug("ttyUSB0");
		assertThrows(AbsentPortException.class, () -> find("0403:6001:A50285BI"));
		machine.usbSerial("ttyUSB7", "1-8", 0, "0403:6001", "A50285BI", "FT232R USB UART");
		assertEquals(machine.device("ttyUSB7").toRealPath(), find("0403:6001:A50285BI"));
		machine.link("by-id", "usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0", "ttyUSB7");
		assertEquals(machine.device("ttyUSB7").toRealPath(), find("usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"board", "board/serial", "machine:root", "rack-1", "kvm", "disk"})
	void leavesTheNamesOfBoardsAlone(String name) throws IOException {
		Files.createFile(machine.device("kvm"));
		Files.createDirectory(machine.device("disk"));
		assertFalse(PortName.isOne(name, machine.machine()));
	}

	@Test
	void listsThePortsThatHaveHardware() throws IOException {
		final var ports = machine.machine().ports().find();
		assertEquals("[ttyACM0, ttyACM1, ttyACM2, ttyUSB0, ttyUSB1, ttyUSB2, ttyS0]", ports.stream().map(FoundPort::name).toList().toString());
		assertEquals("ACME FT232R USB UART", ports.get(3).label());
		assertEquals(machine.device("serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0").toString(), ports.get(3).stableName());
		assertEquals("2e8a:000a:E66", ports.get(0).stableName());
		assertEquals(machine.device("ttyACM1").toString(), ports.get(1).stableName());
		assertEquals("Serial port ttyS0", ports.getLast().label());
	}
}
