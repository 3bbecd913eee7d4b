package dev.benchtop.core.console;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.Holder;
import dev.benchtop.core.capability.Console;

/**
 * The console of a board over any transport: buffer, log with time stamps, many readers, one writer.
 * The line connects on the first {@link #open()} and again by itself until it is closed.
 */
public final class ConsoleLine implements Console, AutoCloseable {

	/**
	 * A line that is not open yet.
	 *
	 * @param name the node, for words to people: {@code machine.console}
	 * @param transport the way to the device; where it replays history, {@code log} is the file that the device writes
	 * @param log the raw bytes of the line; its folder is made where it is missing
	 * @param lock the locks of the board
	 * @param part what the writer holds of the board: {@code console:machine.console}
	 */
	public ConsoleLine(String name, LineTransport transport, Path log, BoardLock lock, String part) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Attachment attach(ConsoleListener listener) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Attachment attach(ConsoleListener listener, long from) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long position() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void open() throws BenchException {
		throw new UnsupportedOperationException();
	}

	@Override
	public ConsoleState state() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void write(byte[] bytes, boolean sensitive) throws BenchException {
		throw new UnsupportedOperationException();
	}

	@Override
	public ConsoleLease lease(String by) throws BenchException {
		throw new UnsupportedOperationException();
	}

	@Override
	public void takeOver() throws BenchException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Holder> heldBy() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Path log() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void clear() {
		throw new UnsupportedOperationException();
	}

	/** Disconnects, says {@code reason} to the readers, and connects again only on the next {@link #open()}. */
	public void disconnect(String reason) {
		throw new UnsupportedOperationException();
	}

	/** Disconnects, gives the writer back and ends all attachments. */
	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}
}
