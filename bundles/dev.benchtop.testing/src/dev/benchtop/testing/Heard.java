package dev.benchtop.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.console.ConsoleState.Line;

/** What one reader of a console heard. Its story has text, {@code <live>}, and a state as {@code <LINE reason|script>}, in their order. */
public class Heard implements ConsoleListener {

	/** When a state was heard, in nanoseconds. */
	public record Event(long nanos, ConsoleState state) {
	}

	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final StringBuilder story = new StringBuilder();
	private final List<Event> events = new ArrayList<>();
	private long replayed;

	@Override
	public synchronized void received(byte[] more, boolean replay) {
		bytes.writeBytes(more);
		story.append(new String(more, StandardCharsets.ISO_8859_1));
		replayed += replay ? more.length : 0;
		notifyAll();
	}

	@Override
	public synchronized void live() {
		story.append("<live>");
		notifyAll();
	}

	@Override
	public synchronized void changed(ConsoleState state) {
		events.add(new Event(System.nanoTime(), state));
		story.append('<').append(state.line()).append(state.reason().map(reason -> " " + reason).orElse(""))
				.append(state.script().map(script -> "|" + script).orElse("")).append('>');
		notifyAll();
	}

	/** All bytes, replayed ones too. */
	public final synchronized byte[] bytes() {
		return bytes.toByteArray();
	}

	/** How many bytes came. */
	public final synchronized int size() {
		return bytes.size();
	}

	/** How many of the bytes were replayed. */
	public final synchronized long replayed() {
		return replayed;
	}

	public final synchronized String text() {
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

	public final synchronized String story() {
		return story.toString();
	}

	/** How many states were told. */
	public final synchronized int events() {
		return events.size();
	}

	/** Waits until the text is so. */
	public final synchronized String await(Predicate<String> wanted) throws InterruptedException {
		until(() -> wanted.test(text()));
		return text();
	}

	/** Waits until so many bytes came. */
	public final synchronized void await(int count) throws InterruptedException {
		until(() -> bytes.size() >= count);
	}

	/** Waits for a state of the line, from event {@code from} on. */
	public final synchronized Event await(Line line, int from) throws InterruptedException {
		until(() -> events.stream().skip(from).anyMatch(event -> event.state().line() == line));
		return events.stream().skip(from).filter(event -> event.state().line() == line).findFirst().orElseThrow();
	}

	/** Waits until the state that was told last is so. */
	public final synchronized void awaitState(Predicate<ConsoleState> wanted) throws InterruptedException {
		until(() -> !events.isEmpty() && wanted.test(events.getLast().state()));
	}

	/** Waits until the story has this. */
	public final String awaitStory(String part) throws InterruptedException {
		return awaitStory(told -> told.contains(part));
	}

	/** Waits until the story is so. */
	public final synchronized String awaitStory(Predicate<String> wanted) throws InterruptedException {
		until(() -> wanted.test(story()));
		return story();
	}

	private void until(BooleanSupplier condition) throws InterruptedException {
		final long end = System.nanoTime() + PATIENCE;
		while (!condition.getAsBoolean()) {
			final long left = (end - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				throw new AssertionError("Waited in vain, and heard " + story);
			}
			wait(left);
		}
	}
}
