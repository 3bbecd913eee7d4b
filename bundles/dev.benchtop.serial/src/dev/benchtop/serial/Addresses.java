package dev.benchtop.serial;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.LineTransport;
import dev.benchtop.serial.device.DeviceTransport;
import dev.benchtop.serial.device.LibraryPorts;
import dev.benchtop.serial.find.Machine;
import dev.benchtop.serial.find.PortName;
import dev.benchtop.serial.find.SysfsPorts;
import dev.benchtop.serial.line.HostPort;
import dev.benchtop.serial.line.LoopTransport;
import dev.benchtop.serial.line.SocketTransport;
import dev.benchtop.serial.telnet.TelnetTransport;

/** What the key {@code port} may be: a port of this machine, or a URL as pySerial knows them. */
final class Addresses {

	private static final Path DEVICES = Path.of("/dev"); //$NON-NLS-1$
	private static final Path KERNEL = Path.of("/sys"); //$NON-NLS-1$
	private static final int TELNET = 23;

	/** This machine. */
	static final Machine THIS = new Machine(DEVICES, SysfsPorts.isThere(KERNEL) ? new SysfsPorts(DEVICES, KERNEL) : new LibraryPorts());

	private Addresses() {
	}

	/** Whether a text names a port, and not a board. */
	static boolean isPort(String text) {
		return text.contains("://") || PortName.isOne(text, THIS); //$NON-NLS-1$
	}

	/** The way to what the configuration names. */
	static LineTransport transport(SerialConfig config) throws BenchException {
		final String port = config.port();
		final int scheme = port.indexOf("://"); //$NON-NLS-1$
		if (scheme < 0) {
			final var manner = new DeviceTransport.Manner(config.cps(), config.checkPresent(), config.disableHupcl());
			return new DeviceTransport(new PortName(port, THIS), config.settings(), manner);
		}
		return switch (port.substring(0, scheme).toLowerCase(Locale.ROOT)) {
			case "loop" -> new LoopTransport(config.cps()); //$NON-NLS-1$
			case "socket", "tcp" -> SocketTransport.tcp(peer(port, 0), config.cps()); //$NON-NLS-1$ //$NON-NLS-2$
			case "unix" -> SocketTransport.unix(Path.of(port.substring(scheme + "://".length())), config.cps()); //$NON-NLS-1$ //$NON-NLS-2$
			case "telnet" -> TelnetTransport.plain(peer(port, TELNET), config.cps()); //$NON-NLS-1$
			case "rfc2217" -> TelnetTransport.port(peer(port, 0), config.settings(), config.cps()); //$NON-NLS-1$
			default -> throw unknown(port);
		};
	}

	/** {@code usual} is the port where the address has none; 0 where it must have one. */
	private static HostPort peer(String url, int usual) throws BenchException {
		try {
			final var uri = new URI(url);
			final int port = uri.getPort() < 0 ? usual : uri.getPort();
			if (uri.getHost() == null || port <= 0 || port > 0xffff) {
				throw unknown(url);
			}
			final String host = uri.getHost();
			return new HostPort(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port); //$NON-NLS-1$
		} catch (URISyntaxException e) {
			throw unknown(url);
		}
	}

	private static BenchException unknown(String url) {
		return BenchException.usage(NLS.bind(Messages.Addresses_unknown, url)).next(Messages.Addresses_known).build();
	}
}
