package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.disk.mux.UsbLink.Request;

/**
 * An SDWire: pin 0 of its FTDI chip, in bit-bang mode on the CBUS pins, chooses who has the card. It cannot take the card from both; off
 * is with this machine.
 */
final class SdWireSwitch implements MuxSwitch {

	static final String PRODUCT = "SDWire"; //$NON-NLS-1$
	private static final String NAME = "sd-wire"; //$NON-NLS-1$
	private static final Duration TIMEOUT = Duration.ofSeconds(5);
	private static final int SET_BIT_MODE = 0x0b;
	private static final int READ_PINS = 0x0c;
	/** CBUS bit-bang mode with pin 0 as an output. */
	private static final int DUT = 0x20f0;
	private static final int HOST = 0x20f1;

	private final UsbMux usb;
	private final SysFolder system;

	SdWireSwitch(String place, String serial, UsbBus bus, SysFolder system) {
		this.usb = new UsbMux(place, bus, serial.isEmpty() ? SdWireSwitch::isProgrammed : ((Predicate<UsbInfo>) SdWireSwitch::isProgrammed).or(SdWireSwitch::isPlain),
				PRODUCT, serial, TIMEOUT);
		this.system = system;
	}

	/** One that was made an SDWire by its EEPROM. */
	static boolean isProgrammed(UsbInfo device) {
		return device.is(0x04e8, 0x6001) && device.name().equals(NAME);
	}

	/** A chip as it comes from its maker, which may be anything. */
	private static boolean isPlain(UsbInfo device) {
		return device.is(0x0403, 0x6015);
	}

	@Override
	public void move(Position to, CancelToken cancel) throws BenchException {
		usb.talk(link -> {
			link.out(new Request(false, SET_BIT_MODE, to == Position.DUT ? DUT : HOST, 0), new byte[0]);
			return null;
		}, cancel);
	}

	@Override
	public Position position() throws BenchException {
		final byte[] pins = usb.talk(link -> link.in(new Request(false, READ_PINS, 0, 0), 1), CancelToken.none());
		return pins.length == 0 ? Position.UNKNOWN : (pins[0] & 1) == 1 ? Position.HOST : Position.DUT;
	}

	@Override
	public boolean detaches() {
		return false;
	}

	@Override
	public Optional<Path> medium() throws BenchException {
		final UsbInfo device = usb.find();
		return isProgrammed(device) ? system.diskBeside(device) : Optional.empty();
	}
}
