package dev.benchtop.disk.mux.usb;

import java.io.IOException;
import java.util.function.Supplier;

import net.codecrete.usb.Usb;
import net.codecrete.usb.UsbControlTransfer;
import net.codecrete.usb.UsbDevice;
import net.codecrete.usb.UsbException;
import net.codecrete.usb.UsbRecipient;
import net.codecrete.usb.UsbRequestType;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.disk.mux.UsbLink;

/** Opens USB devices by java-does-usb; every failure of it, be it that the system has no USB, is an {@link IOException} with a sentence. */
public final class UsbLibrary {

	private UsbLibrary() {
	}

	/** Opens the device with these numbers and, where it is not empty, this serial number. */
	public static UsbLink open(int vendor, int product, String serial) throws IOException {
		return call(() -> {
			final UsbDevice device = Usb.findDevice(one -> one.getVendorId() == vendor && one.getProductId() == product
					&& (serial.isEmpty() || serial.equals(one.getSerialNumber())))
					.orElseThrow(() -> new UsbException(NLS.bind(Messages.UsbLibrary_gone, "%04x:%04x".formatted(vendor, product)))); //$NON-NLS-1$
			device.open();
			return new Link(device);
		});
	}

	private static <T> T call(Supplier<T> task) throws IOException {
		try {
			return task.get();
		} catch (UsbException e) {
			throw new IOException(e.getMessage(), e);
		} catch (LinkageError | IllegalStateException | IllegalCallerException | UnsupportedOperationException e) {
			final Throwable reason = e.getCause() == null ? e : e.getCause();
			throw new IOException(NLS.bind(Messages.UsbLibrary_unusable, reason.getMessage() == null ? reason.toString() : reason.getMessage()), e);
		}
	}

	private record Link(UsbDevice device) implements UsbLink {

		@Override
		public int claim(int classCode, int subclass, int protocol) throws IOException {
			return call(() -> {
				final int number = device.getInterfaces().stream().filter(one -> one.getCurrentAlternate().getClassCode() == classCode
						&& one.getCurrentAlternate().getSubclassCode() == subclass && one.getCurrentAlternate().getProtocolCode() == protocol).findFirst()
						.orElseThrow(() -> new UsbException(Messages.UsbLibrary_noInterface)).getNumber();
				device.claimInterface(number);
				return number;
			});
		}

		@Override
		public void out(Request request, byte[] data) throws IOException {
			call(() -> {
				device.controlTransferOut(transfer(request), data);
				return null;
			});
		}

		@Override
		public byte[] in(Request request, int length) throws IOException {
			return call(() -> device.controlTransferIn(transfer(request), length));
		}

		private static UsbControlTransfer transfer(Request request) {
			return new UsbControlTransfer(UsbRequestType.VENDOR, request.toInterface() ? UsbRecipient.INTERFACE : UsbRecipient.DEVICE, request.request(),
					request.value(), request.index());
		}

		@Override
		public void close() throws IOException {
			call(() -> {
				device.close();
				return null;
			});
		}
	}
}
