package dev.benchtop.power.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.Outlet;

/** Ports of a YKUSH hub of Yepkit: HID reports of 64 bytes, whose first byte says what to do; in the answer, 1 and how the port stands. */
final class Ykush implements Outlet {

	private static final List<String> PRODUCTS = List.of(":000004D8:00000042", ":000004D8:0000F2F7", ":000004D8:0000F11B", ":000004D8:0000F0CD"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private static final int REPORT = 64;
	private static final int DOWN = 0x00;
	private static final int UP = 0x10;
	private static final int ASK = 0x20;
	private static final int ALL = 0x0A;
	private static final int DONE = 1;

	/** A hub that is plugged in. */
	private record Hub(String serial, Path device) {
	}

	private final YkushConfig config;
	private final Path system;
	private final Path devices;

	/**
	 * @param system where the kernel tells of HID devices: {@code /sys/class/hidraw}
	 * @param devices where their files are: {@code /dev}
	 */
	Ykush(YkushConfig config, Path system, Path devices) {
		this.config = config;
		this.system = system;
		this.devices = devices;
	}

	@Override
	public String label() {
		return NLS.bind(Messages.Ykush_label, config.serial(), config.port()).strip();
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		final int port = config.port().equals("all") ? ALL : Integer.parseInt(config.port()); //$NON-NLS-1$
		send((on ? UP : DOWN) | port, cancel);
	}

	@Override
	public boolean tells() {
		return true;
	}

	/** Early firmware cannot tell all ports at once. */
	@Override
	public Power.State ask(CancelToken cancel) throws BenchException {
		final List<Integer> ports = config.port().equals("all") ? List.of(1, 2, 3) : List.of(Integer.valueOf(config.port())); //$NON-NLS-1$
		int up = 0;
		for (final int port : ports) {
			up += send(ASK | port, cancel)[1] > UP ? 1 : 0;
		}
		return up == ports.size() ? Power.State.ON : up == 0 ? Power.State.OFF : Power.State.UNKNOWN;
	}

	private byte[] send(int command, CancelToken cancel) throws BenchException {
		final var hub = hub();
		final byte[] answer = RawDevice.talk(hub.device(), config.timeout(), cancel, device -> {
			final byte[] report = new byte[REPORT + 1]; // the first byte is the number of the report
			report[1] = (byte) command;
			RawDevice.write(device, report);
			final var buffer = ByteBuffer.allocate(REPORT);
			while (buffer.hasRemaining()) {
				if (device.read(buffer) < 0) {
					throw new IOException(Messages.Ykush_gone);
				}
			}
			return buffer.array();
		});
		if (answer[0] != DONE) {
			throw BenchException.failed(NLS.bind(Messages.Ykush_refused, hub.serial(), Integer.toHexString(command))).build();
		}
		return answer;
	}

	private Hub hub() throws BenchException {
		final List<Hub> all = hubs();
		final List<Hub> meant = all.stream().filter(hub -> config.serial().isBlank() || hub.serial().equals(config.serial())).toList();
		final String there = String.join(", ", all.stream().map(Hub::serial).toList()); //$NON-NLS-1$
		if (meant.isEmpty()) {
			throw BenchException.failed(config.serial().isBlank() ? Messages.Ykush_none : NLS.bind(Messages.Ykush_notFound, config.serial()))
					.next(there.isEmpty() ? Messages.Ykush_plugIn : NLS.bind(Messages.Ykush_there, there)).build();
		}
		if (meant.size() > 1) {
			throw BenchException.usage(Messages.Ykush_several).next(NLS.bind(Messages.Ykush_there, there)).build();
		}
		return meant.getFirst();
	}

	private List<Hub> hubs() throws BenchException {
		final List<Hub> hubs = new ArrayList<>();
		if (Files.isDirectory(system)) {
			try (var entries = Files.list(system)) {
				for (final Path entry : entries.sorted().toList()) {
					hub(entry).ifPresent(hubs::add);
				}
			} catch (IOException e) {
				throw BenchException.failed(Messages.Ykush_none).why(e).build();
			}
		}
		return hubs;
	}

	private Optional<Hub> hub(Path entry) throws IOException {
		String id = ""; //$NON-NLS-1$
		String serial = ""; //$NON-NLS-1$
		for (final String line : Files.readAllLines(entry.resolve("device/uevent"))) { //$NON-NLS-1$
			if (line.startsWith("HID_ID=")) { //$NON-NLS-1$
				id = line.substring(line.indexOf(':')).toUpperCase(Locale.ROOT);
			} else if (line.startsWith("HID_UNIQ=")) { //$NON-NLS-1$
				serial = line.substring(line.indexOf('=') + 1);
			}
		}
		return PRODUCTS.contains(id) ? Optional.of(new Hub(serial, devices.resolve(entry.getFileName().toString()))) : Optional.empty();
	}
}
