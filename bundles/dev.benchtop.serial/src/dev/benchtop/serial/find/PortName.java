package dev.benchtop.serial.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

/**
 * A port as a user names it: a device ({@code /dev/ttyUSB0}, {@code ttyUSB0}), a name below {@code /dev/serial/by-id} or
 * {@code by-path}, a USB device ({@code 0403:6001}, {@code 0403:6001:A50285BI}, one of its ports {@code 0403:6011:FT1/2}), or a place of the
 * USB ({@code 1-2.3}, {@code 1-2.3:1.0}).
 */
public final class PortName {

	private static final Pattern PLAIN = Pattern.compile("tty|rfcomm|cu\\."); //$NON-NLS-1$
	private static final Pattern USB = Pattern.compile("(?:usb:)?(\\p{XDigit}{4}):(\\p{XDigit}{4})(?::([^/]+))?(?:/(\\d+))?"); //$NON-NLS-1$
	private static final Pattern TOPOLOGY = Pattern.compile("(?:usb[:@-])?(\\d+-\\d+(?:\\.\\d+)*)(?::(\\d+\\.\\d+))?"); //$NON-NLS-1$

	private final String text;
	private final Machine machine;

	/** The port that {@code text} means on a machine. */
	public PortName(String text, Machine machine) {
		this.text = text.strip();
		this.machine = machine;
	}

	/** Whether a text can be nothing but a port: a path, a USB device or place, or the name of a port that is there; a board may be called as any other device. */
	public static boolean isOne(String text, Machine machine) {
		return text.startsWith("/") || USB.matcher(text).matches() || TOPOLOGY.matcher(text).matches() //$NON-NLS-1$
				|| machine.candidates(text).filter(file -> !file.getParent().equals(machine.devices()) || PLAIN.matcher(text).lookingAt()).anyMatch(Files::exists);
	}

	/**
	 * The device as it is plugged in now.
	 *
	 * @throws AbsentPortException if it is not there
	 * @throws IOException if the name means several ports
	 */
	public Path find() throws IOException {
		final var usb = USB.matcher(text);
		if (usb.matches()) {
			return one(port -> isDevice(port, usb.group(1), usb.group(2), usb.group(3), usb.group(4)));
		}
		final var topology = TOPOLOGY.matcher(text);
		if (topology.matches()) {
			return one(port -> isAt(port, topology.group(1), topology.group(2)));
		}
		return named();
	}

	private Path named() throws IOException {
		final var device = machine.candidates(text).filter(Files::exists).findFirst();
		return device.isPresent() ? device.get() : one(port -> port.name().equals(text));
	}

	private static boolean isDevice(FoundPort port, String vendor, String product, String serial, String number) {
		return port.usb().filter(usb -> usb.vendor().equalsIgnoreCase(vendor) && usb.product().equalsIgnoreCase(product)
				&& (serial == null || usb.serial().equals(serial)) && (number == null || usb.interfaceNumber() == Integer.parseInt(number))).isPresent();
	}

	private static boolean isAt(FoundPort port, String topology, String configuration) {
		return port.usb().filter(usb -> usb.topology().equals(topology) && (configuration == null || usb.configuration().equals(configuration))).isPresent();
	}

	private Path one(Predicate<FoundPort> meant) throws IOException {
		final List<FoundPort> ports = machine.ports().find().stream().filter(meant).toList();
		if (ports.isEmpty()) {
			throw new AbsentPortException(text);
		}
		if (ports.size() > 1) {
			throw new IOException(NLS.bind(Messages.PortName_ambiguous, text, ports.stream().map(port -> port.name() + " (" + port.stableName() + ')') //$NON-NLS-1$
					.collect(Collectors.joining(", ")))); //$NON-NLS-1$
		}
		return ports.getFirst().device();
	}

	/** {@code ttyUSB0}, or the name as it was given. */
	@Override
	public String toString() {
		return text.startsWith("/") ? Path.of(text).getFileName().toString() : text; //$NON-NLS-1$
	}
}
