package dev.benchtop.serial;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.Changes;
import dev.benchtop.core.spi.Finder;
import dev.benchtop.serial.find.FoundPort;
import dev.benchtop.serial.find.PortSource;

/** Finds the serial ports of this machine. */
@Component(service = Finder.class)
public final class PortFinder implements Finder {

	private final PortSource ports;
	private final Changes changes;

	@Activate
	public PortFinder() {
		this(Addresses.THIS.ports());
	}

	/** A finder of the ports of another machine. */
	PortFinder(PortSource ports) {
		this.ports = ports;
		this.changes = new Changes("port-watch", ports::find); //$NON-NLS-1$
	}

	@Deactivate
	void deactivate() {
		changes.close();
	}

	@Override
	public String kind() {
		return "port"; //$NON-NLS-1$
	}

	@Override
	public List<Found> find() throws BenchException {
		try {
			return ports.find().stream().map(PortFinder::found).toList();
		} catch (IOException e) {
			throw BenchException.failed(Messages.PortFinder_failed).why(e).build();
		}
	}

	@Override
	public Watch watch(Runnable changed) {
		return changes.watch(changed);
	}

	private static Found found(FoundPort port) {
		final String stable = port.stableName();
		final String detail = port.usb().map(usb -> port.name() + " \u00b7 USB " + usb.topology() + " \u00b7 " + usb.id()).orElseGet(port::name); //$NON-NLS-1$ //$NON-NLS-2$
		return new Found(stable, port.label(), detail, "serial", Map.of("port", stable)); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
