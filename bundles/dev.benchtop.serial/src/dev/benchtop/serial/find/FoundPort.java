package dev.benchtop.serial.find;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/**
 * A serial port that is there.
 *
 * @param device {@code /dev/ttyUSB0}
 * @param usb where it is plugged in; empty where it is no USB device
 * @param byId the link that names it by its device, whatever its number is; empty where there is none
 */
public record FoundPort(Path device, Optional<UsbPlace> usb, Optional<Path> byId) {

	/** {@code ttyUSB0}. */
	public String name() {
		return device.getFileName().toString();
	}

	/** The product's own name, or that of the port. */
	public String label() {
		return usb.map(UsbPlace::name).filter(name -> !name.isEmpty()).orElseGet(() -> NLS.bind(Messages.PortName_plain, name()));
	}

	/** By what it is found again after it was unplugged. */
	public String stableName() {
		return byId.map(Path::toString).or(() -> usb.filter(place -> !place.serial().isEmpty()).map(UsbPlace::id)).orElseGet(device::toString);
	}
}
