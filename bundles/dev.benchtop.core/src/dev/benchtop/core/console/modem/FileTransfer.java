package dev.benchtop.core.console.modem;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Console;

/**
 * Sends files to the board, or receives them from there. The program of the board ({@code rx}, {@code loady}, {@code sz}, …) is started by
 * whoever has the keyboard before; ZMODEM alone starts {@code rz} itself. The calls block, and have the keyboard meanwhile; cancelling them
 * tells the other side.
 */
public final class FileTransfer {

	private FileTransfer() {
	}

	/**
	 * Sends files.
	 *
	 * @param files one, or several where the protocol can
	 * @throws BenchException if a file cannot be read, the line is lost, or the board does not take them
	 */
	public static void send(Console console, Protocol protocol, List<Path> files, Progress progress) throws BenchException {
		if (files.size() > 1 && !protocol.batch() && protocol != Protocol.RAW) {
			throw BenchException.usage(NLS.bind(Messages.FileTransfer_one, protocol.label())).build();
		}
		if (protocol == Protocol.RAW) {
			for (final Path file : files) {
				Paste.file(console, file, Pace.NONE, progress);
			}
			return;
		}
		final String by = NLS.bind(Messages.FileTransfer_sending, protocol.label());
		final boolean streams = protocol == Protocol.ZMODEM;
		try (var line = streams ? ModemLine.open(console, by, progress.token()) : ModemLine.openAsked(console, by, progress.token())) {
			try {
				if (streams) {
					new ZmodemSender(line, progress).send(files);
				} else {
					new BlockSender(line, protocol, progress).send(files);
				}
			} catch (BenchException e) {
				line.cancel(Blocks.CANCEL);
				throw e;
			}
		}
	}

	/**
	 * Receives files; none that is there is replaced.
	 *
	 * @param place the folder where names come with the files, else the file
	 * @return the files, in the order in which they came
	 * @throws BenchException if a file cannot be written, the line is lost, or the board sends nothing
	 */
	public static List<Path> receive(Console console, Protocol protocol, Path place, Progress progress) throws BenchException {
		if (!protocol.receives()) {
			throw BenchException.usage(NLS.bind(Messages.FileTransfer_noReceiving, protocol.label())).build();
		}
		try (var line = ModemLine.open(console, NLS.bind(Messages.FileTransfer_receiving, protocol.label()), progress.token())) {
			try {
				return protocol == Protocol.ZMODEM ? new ZmodemReceiver(line, progress).receive(place) : new BlockReceiver(line, protocol, progress).receive(place);
			} catch (BenchException e) {
				line.cancel(Blocks.CANCEL);
				throw e;
			}
		}
	}
}
