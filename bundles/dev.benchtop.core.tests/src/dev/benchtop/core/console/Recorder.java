package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what a listener hears; the story has text, {@code <live>}, and a state as {@code <LINE reason|script>}. */
class Recorder implements ConsoleListener {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final StringBuilder story = new StringBuilder();
	private final List<ConsoleState> states = new ArrayList<>();
	private long replayed;

	@Override
	public synchronized void received(byte[] chunk, boolean replay) {
		bytes.writeBytes(chunk);
		story.append(new String(chunk, StandardCharsets.ISO_8859_1));
		replayed += replay ? chunk.length : 0;
		notifyAll();
	}

	@Override
	public synchronized void live() {
		story.append("<live>");
		notifyAll();
	}

	@Override
	public synchronized void changed(ConsoleState state) {
		states.add(state);
		story.append('<').append(state.line()).append(state.reason().map(reason -> " " + reason).orElse(""))
				.append(state.script().map(script -> "|" + script).orElse("")).append('>');
		notifyAll();
	}

	synchronized byte[] bytes() {
		return bytes.toByteArray();
	}

	synchronized long replayed() {
		return replayed;
	}

	synchronized String text() {
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

	synchronized String story() {
		return story.toString();
	}

	/** Waits until the story has this. */
	String await(String part) {
		return await(told -> told.contains(part), part);
	}

	synchronized String await(Predicate<String> what, String words) {
		final long until = System.nanoTime() + 60_000_000_000L;
		while (!what.test(story.toString())) {
			final long left = (until - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				fail("waited for " + words + " and heard " + story);
			}
			try {
				wait(left);
			} catch (InterruptedException e) {
				fail(e);
			}
		}
		return story.toString();
	}

	synchronized void awaitLength(long length) {
		final long until = System.nanoTime() + 60_000_000_000L;
		while (bytes.size() < length) {
			final long left = (until - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				fail("waited for " + length + " bytes and heard " + bytes.size());
			}
			try {
				wait(left);
			} catch (InterruptedException e) {
				fail(e);
			}
		}
	}
}
