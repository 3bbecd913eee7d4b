package dev.benchtop.disk.mux;

import java.io.IOException;
import java.util.List;

/** The USB devices of this machine. */
interface UsbBus {

	List<UsbInfo> devices() throws IOException;

	/** Opens a device; the error is a sentence that a person understands. */
	UsbLink open(UsbInfo device) throws IOException;
}
