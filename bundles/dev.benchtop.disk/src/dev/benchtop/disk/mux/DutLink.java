package dev.benchtop.disk.mux;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.disk.mux.UsbLink.Request;

/** The vendor's interface of a DUTLink board: power, storage and readings. Its firmware waits for power to be as asked before it answers. */
final class DutLink {

	static final String PRODUCT = "DUTLink"; //$NON-NLS-1$
	private static final Duration TIMEOUT = Duration.ofSeconds(25);
	private static final int VENDOR_SPECIFIC = 0xff;
	private static final int REFRESH = 0x00;
	private static final int POWER = 0x01;
	private static final int STORAGE = 0x02;
	private static final int READ = 0x04;
	private static final int LONGEST = 512;
	private static final List<String> READABLE = List.of("version", "power", "voltage", "current"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private final UsbMux usb;

	DutLink(String place, String serial, UsbBus bus) {
		this.usb = new UsbMux(place, bus, DutLink::is, PRODUCT, serial, TIMEOUT);
	}

	static boolean is(UsbInfo device) {
		return device.is(0x2b23, 0x1012);
	}

	void power(int action, CancelToken cancel) throws BenchException {
		out(POWER, action, cancel);
	}

	void storage(int action, CancelToken cancel) throws BenchException {
		out(STORAGE, action, cancel);
	}

	/** Tells this plugging in from any other; empty while it is not there. */
	Optional<String> connection() {
		try {
			return Optional.of(usb.find().connection());
		} catch (BenchException e) {
			System.getLogger(DutLink.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage());
			return Optional.empty();
		}
	}

	private void out(int request, int action, CancelToken cancel) throws BenchException {
		usb.talk(link -> {
			link.out(new Request(true, request, action, link.claim(VENDOR_SPECIFIC, 1, 1)), new byte[0]);
			return null;
		}, cancel);
	}

	/** One of {@code version}, {@code power}, {@code voltage}, {@code current}, as the firmware writes it. */
	String read(String what) throws BenchException {
		return usb.talk(link -> {
			final int number = link.claim(VENDOR_SPECIFIC, 1, 1);
			link.out(new Request(true, REFRESH, 0, number), new byte[0]);
			return new String(link.in(new Request(true, READ, READABLE.indexOf(what), number), LONGEST), StandardCharsets.UTF_8).replace("\0", "").strip(); //$NON-NLS-1$ //$NON-NLS-2$
		}, CancelToken.none());
	}
}
