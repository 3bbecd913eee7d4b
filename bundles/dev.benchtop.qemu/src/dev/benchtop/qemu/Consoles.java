package dev.benchtop.qemu;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.driver.DriverContext;

/** The consoles of a virtual board: its serial lines, which are followed while it is on, and QEMU's monitor, which is opened when it is wanted. */
final class Consoles implements AutoCloseable {

	private static final Duration END = Duration.ofMillis(500);
	private static final System.Logger LOG = System.getLogger(Consoles.class.getName());

	private final DriverContext context;
	private final Map<String, ConsoleLine> lines = new LinkedHashMap<>();

	/** {@code current} gives the run that goes, if one does. */
	Consoles(DriverContext context, Iterable<Line> all, Supplier<Optional<Run>> current) {
		this.context = context;
		for (final Line line : all) {
			final String node = context.node() + '.' + line.name();
			final var console = new ConsoleLine(node, new SerialTransport(context.board(), line, current), line.log(), context.lock(), "console:" + node); //$NON-NLS-1$
			lines.put(line.name(), console);
			console.attach(new ConsoleListener() {
				@Override
				public void received(byte[] bytes, boolean replay) {
					// only the state of the line is of interest here
				}

				@Override
				public void changed(ConsoleState now) {
					publish(line.name(), now);
				}
			}, Long.MAX_VALUE);
		}
	}

	Map<String, ? extends Console> all() {
		return lines;
	}

	/** Follows the serial lines of a board that is on. */
	void open() {
		lines.forEach((name, line) -> {
			if (!name.equals(Line.MONITOR)) {
				try {
					line.open();
				} catch (BenchException e) {
					LOG.log(System.Logger.Level.WARNING, e.getMessage(), e);
				}
			}
		});
	}

	/** Lets them read the last that the board said, so that the next run does not begin before this one has ended for its readers. */
	void awaitEnd() {
		final long until = System.nanoTime() + END.toNanos();
		while (System.nanoTime() < until && lines.values().stream().anyMatch(line -> line.state().line() == ConsoleState.Line.OPEN)) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
		}
	}

	/** Ceases to listen; the machine goes on. */
	@Override
	public void close() {
		lines.values().forEach(ConsoleLine::close);
	}

	private void publish(String name, ConsoleState now) {
		final String detail = now.reason().orElse(now.detail());
		context.publish(name, switch (now.line()) {
			case OPEN -> new NodeState(Level.ON, Messages.Machine_consoleOpen, detail);
			case CLOSED, OPENING -> new NodeState(Level.OFF, Messages.Machine_consoleClosed, detail);
			case LOST -> new NodeState(Level.WARNING, Messages.Machine_consoleLost, detail);
		});
	}
}
