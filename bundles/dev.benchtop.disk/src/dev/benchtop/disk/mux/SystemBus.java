package dev.benchtop.disk.mux;

import java.io.IOException;
import java.util.List;

import dev.benchtop.disk.mux.usb.UsbLibrary;

/** The USB of this machine: Linux lists it, a library talks to it. */
record SystemBus(SysFolder system) implements UsbBus {

	@Override
	public List<UsbInfo> devices() throws IOException {
		return system.usb();
	}

	@Override
	public UsbLink open(UsbInfo device) throws IOException {
		return UsbLibrary.open(device.vendor(), device.product(), device.serial());
	}
}
