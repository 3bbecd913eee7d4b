package dev.benchtop.disk.mux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.Changes;
import dev.benchtop.core.spi.Finder;

/** Finds storage muxes that are plugged in. */
@Component(service = Finder.class)
public final class MuxFinder implements Finder {

	private final SysFolder system;
	private final Path nodes;
	private final Changes changes = new Changes("mux-watch", this::find); //$NON-NLS-1$

	@Activate
	public MuxFinder() {
		this(new SysFolder(Path.of("/sys")), Path.of("/dev/usb-sd-mux")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** @param nodes where the rules of usbsdmux put its nodes */
	MuxFinder(SysFolder system, Path nodes) {
		this.system = system;
		this.nodes = nodes;
	}

	@Deactivate
	void deactivate() {
		changes.close();
	}

	@Override
	public String kind() {
		return "mux"; //$NON-NLS-1$
	}

	@Override
	public List<Found> find() throws BenchException {
		final var found = new ArrayList<Found>();
		try {
			for (final UsbInfo device : system.usb()) {
				if (SdWireSwitch.isProgrammed(device)) {
					found.add(found(device, SdWireSwitch.PRODUCT, "sdwire")); //$NON-NLS-1$
				} else if (DutLink.is(device)) {
					found.add(found(device, DutLink.PRODUCT, "dutlink")); //$NON-NLS-1$
				}
			}
			for (final Path node : SysFolder.list(nodes)) {
				found.add(new Found(node.toString(), "USB-SD-Mux", node.getFileName().toString(), "usb-sd-mux", Map.of("device", node.toString()))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.SysFolder_unreadable).why(e).build();
		}
		return found;
	}

	private static Found found(UsbInfo device, String label, String type) {
		final Map<String, Object> config = device.serial().isEmpty() ? Map.of() : Map.of("serial", device.serial()); //$NON-NLS-1$
		return new Found(device.title(), label, device.title(), type, config);
	}

	@Override
	public Watch watch(Runnable changed) {
		return changes.watch(changed);
	}

	@Override
	public Map<String, Object> companions(Found found, String node) {
		final String mux = found.type().equals("dutlink") ? node + ".storage" : node; //$NON-NLS-1$ //$NON-NLS-2$
		return Map.of("flasher", Map.of("type", "mux-flasher", "children", Map.of("mux", Map.of("ref", mux)))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	}
}
