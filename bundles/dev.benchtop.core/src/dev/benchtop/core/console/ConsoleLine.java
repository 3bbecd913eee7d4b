package dev.benchtop.core.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.Holder;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;

/**
 * The console of a board over any transport: buffer, log with time stamps, many readers, one writer.
 * The line connects on the first {@link #open()} and again by itself until it is closed.
 * <p>
 * The log is written in two files, the current one and {@code LOG.1}, each with the times of its lines in {@code LOG.times}
 * ({@link ConsoleLog} reads them); where the transport replays history it is the one file that the device writes.
 */
public final class ConsoleLine implements Console, AutoCloseable {

	private static final int BUFFER = 1 << 20;
	private static final long LOG_LIMIT = 64 << 20;
	private static final Duration ECHO_PATIENCE = Duration.ofSeconds(5);

	private final LineTransport transport;
	private final String name;
	private final Path log;
	private final LineLog lineLog;
	private final LineBuffer buffer;
	private final LineIntake intake;
	private final LineWriter writer;
	private final Keyboard keyboard;
	private final Connector connector;
	private final Object publishing = new Object();
	private volatile Line line = Line.CLOSED;
	private volatile String reason;

	/**
	 * A line that is not open yet, with a buffer of 1 MiB and a log of at most twice 64 MiB.
	 *
	 * @param name the node, for words to people: {@code machine.console}
	 * @param transport the way to the device; where it replays history, {@code log} is the file that the device writes
	 * @param log the raw bytes of the line; its folder is made where it is missing
	 * @param lock the locks of the board
	 * @param part what the writer holds of the board: {@code console:machine.console}
	 */
	public ConsoleLine(String name, LineTransport transport, Path log, BoardLock lock, String part) {
		this(name, transport, log, lock, part, BUFFER, LOG_LIMIT);
	}

	/**
	 * A line with sizes of its own.
	 *
	 * @param bufferBytes how much a new reader is replayed at most
	 * @param logLimit how many bytes a log has before a new one is begun
	 */
	public ConsoleLine(String name, LineTransport transport, Path log, BoardLock lock, String part, int bufferBytes, long logLimit) {
		this.name = name;
		this.transport = transport;
		this.log = log;
		lineLog = transport.replaysHistory() ? new DeviceLog(log) : new OwnLog(log, logLimit);
		buffer = new LineBuffer(bufferBytes);
		intake = new LineIntake(buffer, lineLog, this::trouble, ECHO_PATIENCE);
		writer = new LineWriter(name, intake::expectEcho, this::trouble);
		keyboard = new Keyboard(name, lock, part, writer, this::publish);
		connector = new Connector(name, transport, intake, writer, this::now);
		writer.disconnect(Messages.ConsoleLine_notOpened);
	}

	@Override
	public Attachment attach(ConsoleListener listener) {
		final var reader = new LineReader(buffer, lineLog, listener);
		buffer.add(reader);
		reader.start(name);
		return reader;
	}

	@Override
	public Attachment attach(ConsoleListener listener, long from) {
		final var reader = new LineReader(buffer, lineLog, listener);
		buffer.add(reader, from);
		reader.start(name);
		return reader;
	}

	@Override
	public long position() {
		return lineLog.end(buffer.end());
	}

	@Override
	public void open() throws BenchException {
		connector.open();
	}

	@Override
	public ConsoleState state() {
		return new ConsoleState(line, Optional.ofNullable(reason), keyboard.script(), transport.detail());
	}

	@Override
	public void write(byte[] bytes, boolean sensitive) throws BenchException {
		keyboard.type(bytes, sensitive);
	}

	@Override
	public ConsoleLease lease(String by) throws BenchException {
		return keyboard.lease(by);
	}

	@Override
	public void takeOver() throws BenchException {
		keyboard.takeOver();
	}

	@Override
	public Optional<Holder> heldBy() {
		return keyboard.heldBy();
	}

	@Override
	public Path log() {
		return log;
	}

	@Override
	public void clear() {
		buffer.clear();
	}

	@Override
	public Optional<SerialLines> lines() {
		return transport.lines().map(lines -> new ToldLines(lines, this::publish));
	}

	@Override
	public void resized(int columns, int rows) {
		transport.resized(columns, rows);
	}

	/** Disconnects, says {@code why} to the readers, and connects again only on the next {@link #open()}. */
	public void disconnect(String why) {
		connector.disconnect(why);
	}

	/** Disconnects, gives the writer back and ends all attachments. */
	@Override
	public void close() {
		keyboard.close();
		connector.close();
		buffer.readers().forEach(LineReader::close);
		lineLog.close();
	}

	private void now(Line state, String why) {
		synchronized (publishing) {
			if (line != state || !Objects.equals(reason, why)) {
				line = state;
				reason = why;
				buffer.changed(state());
			}
		}
	}

	private void trouble(String what) {
		now(line, what);
	}

	private void publish() {
		synchronized (publishing) {
			buffer.changed(state());
		}
	}
}
