package dev.benchtop.serial.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The serial ports that the kernel tells of (sysfs(5), class tty), with the USB devices that they are on. */
public final class SysfsPorts implements PortSource {

	private final Path devices;
	private final Path kernel;

	/** {@code devices} is {@code /dev}, {@code kernel} {@code /sys}. */
	public SysfsPorts(Path devices, Path kernel) {
		this.devices = devices;
		this.kernel = kernel;
	}

	/** Whether a kernel tells of its ports there. */
	public static boolean isThere(Path kernel) {
		return Files.isDirectory(kernel.resolve("class/tty")); //$NON-NLS-1$
	}

	@Override
	public List<FoundPort> find() throws IOException {
		final var links = byId();
		try (var entries = Files.list(kernel.resolve("class/tty"))) { //$NON-NLS-1$
			return entries.filter(SysfsPorts::hasHardware).map(entry -> found(entry, links)).filter(port -> Files.exists(port.device()))
					.sorted(Comparator.comparing((FoundPort port) -> port.usb().isEmpty()).thenComparing(FoundPort::name)).toList();
		}
	}

	/** A terminal of nothing but software has no device; an unused place of the 8250 driver has the type 0. */
	private static boolean hasHardware(Path entry) {
		return Files.exists(entry.resolve("device")) && !read(entry.resolve("type")).equals("0") && !entry.getFileName().toString().startsWith("hvc"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private FoundPort found(Path entry, Map<Path, Path> links) {
		final Path device = devices.resolve(entry.getFileName().toString());
		return new FoundPort(device, usb(entry.resolve("device")), Optional.ofNullable(links.get(device))); //$NON-NLS-1$
	}

	private Map<Path, Path> byId() throws IOException {
		final Path folder = devices.resolve("serial/by-id"); //$NON-NLS-1$
		if (!Files.isDirectory(folder)) {
			return Map.of();
		}
		final var links = new HashMap<Path, Path>();
		try (var entries = Files.list(folder)) {
			entries.sorted().forEach(link -> target(link).ifPresent(device -> links.putIfAbsent(device, link)));
		}
		return links;
	}

	private static Optional<Path> target(Path link) {
		try {
			return Optional.of(link.resolveSibling(Files.readSymbolicLink(link)).normalize());
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private static Optional<UsbPlace> usb(Path device) {
		final Path real;
		try {
			real = device.toRealPath();
		} catch (IOException e) {
			return Optional.empty();
		}
		String configuration = ""; //$NON-NLS-1$
		for (Path at = real; at != null; at = at.getParent()) {
			if (Files.exists(at.resolve("bInterfaceNumber")) && configuration.isEmpty()) { //$NON-NLS-1$
				final String name = at.getFileName().toString();
				configuration = name.substring(name.indexOf(':') + 1);
			}
			if (Files.exists(at.resolve("idVendor"))) { //$NON-NLS-1$
				return Optional.of(place(at, configuration));
			}
		}
		return Optional.empty();
	}

	private static UsbPlace place(Path device, String configuration) {
		final String name = Stream.of("manufacturer", "product").map(file -> read(device.resolve(file))).filter(text -> !text.isEmpty()) //$NON-NLS-1$ //$NON-NLS-2$
				.collect(Collectors.joining(" ")); //$NON-NLS-1$
		return new UsbPlace(read(device.resolve("idVendor")), read(device.resolve("idProduct")), read(device.resolve("serial")), name, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				device.getFileName().toString(), configuration);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file).strip();
		} catch (IOException e) {
			return ""; //$NON-NLS-1$
		}
	}
}
