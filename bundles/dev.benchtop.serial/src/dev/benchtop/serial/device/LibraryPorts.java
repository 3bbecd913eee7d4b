package dev.benchtop.serial.device;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fazecast.jSerialComm.SerialPort;

import dev.benchtop.serial.find.FoundPort;
import dev.benchtop.serial.find.PortSource;
import dev.benchtop.serial.find.UsbPlace;

/** The serial ports as the library knows them, where the system has no sysfs. */
public final class LibraryPorts implements PortSource {

	@Override
	public List<FoundPort> find() {
		return Stream.of(SerialPort.getCommPorts()).map(LibraryPorts::found).toList();
	}

	private static FoundPort found(SerialPort port) {
		return new FoundPort(Path.of(port.getSystemPortPath()), usb(port), Optional.empty());
	}

	private static Optional<UsbPlace> usb(SerialPort port) {
		if (port.getVendorID() < 0 || port.getProductID() < 0) {
			return Optional.empty();
		}
		final String serial = port.getSerialNumber();
		return Optional.of(new UsbPlace(hex(port.getVendorID()), hex(port.getProductID()), serial == null || serial.equals("Unknown") ? "" : serial, //$NON-NLS-1$ //$NON-NLS-2$
				port.getDescriptivePortName(), port.getPortLocation(), "")); //$NON-NLS-1$
	}

	private static String hex(int id) {
		return HexFormat.of().toHexDigits((short) id);
	}
}
