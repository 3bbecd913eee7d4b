package dev.benchtop.qemu;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Display;

/** The screen of a virtual board: QEMU's own VNC server, on a socket that nobody else reaches. */
final class QemuDisplay implements Display {

	private final String board;
	private final Supplier<Optional<Run>> current;

	QemuDisplay(String board, Supplier<Optional<Run>> current) {
		this.board = board;
		this.current = current;
	}

	@Override
	public ByteChannel open() throws BenchException {
		final var run = current.get().orElseThrow(() -> BenchException.failed(NLS.bind(Messages.off, board)).next(Messages.switchOn).build());
		try {
			return SocketChannel.open(UnixDomainSocketAddress.of(run.display()));
		} catch (IOException e) {
			throw BenchException.failed(Messages.QemuDisplay_failed).where(board).why(e).build();
		}
	}
}
