package dev.benchtop.qemu;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.HostLink;

/**
 * How a virtual board behind QEMU's own router reaches this machine. The router answers TFTP on 10.0.2.2 itself, and Debian's U-Boot
 * asks on no other port; what the board sends to an address of this machine's own is let through, so every board has one there.
 */
final class QemuHostLink implements HostLink {

	private static final int TFTP_PORT = 69;
	private static final String TFTP = "tftp"; //$NON-NLS-1$
	private static final String GATEWAY = "10.0.2.2"; //$NON-NLS-1$
	private static final String LOOPBACK = "127.0.0.1"; //$NON-NLS-1$

	private final String board;
	private final boolean connected;
	private final FileServer router;

	/**
	 * The link of a board.
	 *
	 * @param connected whether it has a network
	 * @param folder what QEMU's router serves
	 */
	QemuHostLink(String board, boolean connected, Path folder) {
		this.board = board;
		this.connected = connected;
		this.router = new RouterTftp(board, folder, new InetSocketAddress(GATEWAY, TFTP_PORT));
	}

	@Override
	public Optional<FileServer> own(String protocol) {
		return connected && protocol.equals(TFTP) ? Optional.of(router) : Optional.empty();
	}

	@Override
	public Route route(String protocol, boolean bootloader) throws BenchException {
		if (!connected) {
			throw BenchException.failed(Messages.QemuHostLink_noNetwork).where(board).next(Messages.QemuHostLink_connect).build();
		}
		if (protocol.equals(TFTP) && bootloader) {
			final var own = new InetSocketAddress(ownAddress(), TFTP_PORT);
			return new Route(own, own);
		}
		return new Route(new InetSocketAddress(LOOPBACK, 0), new InetSocketAddress(GATEWAY, 0));
	}

	/** An address in 127.0.0.0/8 that is the same for this board every time, and not the common one. */
	private String ownAddress() {
		final int hash = board.hashCode();
		return "127." + (1 + (hash >>> 16 & 0xff) % 0xfe) + '.' + (hash >>> 8 & 0xff) + '.' + (1 + (hash & 0xff) % 0xfe); //$NON-NLS-1$
	}
}
