package dev.benchtop.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.console.ConsoleState.Line;

/** What one reader of a console heard. */
public final class Heard implements ConsoleListener {

	/** When a state was heard, in nanoseconds. */
	public record Event(long nanos, ConsoleState state) {
	}

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final List<Event> events = new ArrayList<>();

	@Override
	public synchronized void received(byte[] more, boolean replay) {
		bytes.writeBytes(more);
		notifyAll();
	}

	@Override
	public synchronized void changed(ConsoleState state) {
		events.add(new Event(System.nanoTime(), state));
		notifyAll();
	}

	public synchronized byte[] bytes() {
		return bytes.toByteArray();
	}

	public synchronized String text() {
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

	public synchronized int events() {
		return events.size();
	}

	/** Waits until the text is so. */
	public synchronized String await(Predicate<String> wanted) throws InterruptedException {
		while (!wanted.test(text())) {
			wait();
		}
		return text();
	}

	/** Waits until so many bytes came. */
	public synchronized void await(int count) throws InterruptedException {
		while (bytes.size() < count) {
			wait();
		}
	}

	/** Waits for a state of the line, from event {@code from} on. */
	public synchronized Event await(Line line, int from) throws InterruptedException {
		while (true) {
			for (int i = from; i < events.size(); i++) {
				if (events.get(i).state().line() == line) {
					return events.get(i);
				}
			}
			wait();
		}
	}
}
