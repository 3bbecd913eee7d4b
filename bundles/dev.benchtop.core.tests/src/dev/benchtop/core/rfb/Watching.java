package dev.benchtop.core.rfb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Display;

/** A client that runs on a thread of its own, and what it has heard. */
final class Watching implements RfbListener, AutoCloseable {

	/** What is waited for may be the other client's doing. */
	private static final long LOOK_MILLIS = 50;

	final RfbClient client;
	final List<String> names = new ArrayList<>();
	final List<String> texts = new ArrayList<>();
	final List<String> sizes = new ArrayList<>();
	Framebuffer screen;
	RemoteCursor cursor;
	Boolean absolute;
	int updates;
	private long missing;
	int bells;
	int refusals;
	String leds;
	private final CompletableFuture<BenchException> end = new CompletableFuture<>();

	Watching(Display display, Integer... encodings) throws BenchException {
		client = RfbClient.open(display, this, List.of(encodings));
		Thread.ofPlatform().daemon().name("rfb").start(this::follow);
	}

	private void follow() {
		try {
			client.run();
			end.complete(null);
		} catch (BenchException e) {
			end.complete(e);
		} catch (Throwable e) {
			end.completeExceptionally(e);
		}
		synchronized (this) {
			notifyAll();
		}
	}

	/** Why it ended; waits for that. */
	BenchException end() {
		return end.join();
	}

	/** Waits until it is so; fails where the connection ends before. */
	synchronized void until(BooleanSupplier so) throws InterruptedException {
		while (!so.getAsBoolean()) {
			if (end.isDone()) {
				throw new AssertionError("ended", end.join());
			}
			wait(LOOK_MILLIS);
		}
	}

	synchronized int updates() {
		return updates;
	}

	/** The first whole picture. */
	synchronized Picture picture() throws InterruptedException {
		until(() -> screen != null && missing <= 0);
		return Picture.of(screen);
	}

	/** Waits until both show the same; either may be behind. */
	void untilAs(Picture picture) throws InterruptedException {
		until(() -> screen != null && Arrays.equals(Picture.of(screen).pixels(), picture.pixels()));
	}

	@Override
	public synchronized void screen(Framebuffer next) {
		screen = next;
		sizes.add(next.width() + "x" + next.height());
		missing = next.bounds().area();
		notifyAll();
	}

	@Override
	public synchronized void changed(Rect part) {
		missing -= part.area();
		notifyAll();
	}

	@Override
	public synchronized void updated() {
		updates++;
		notifyAll();
	}

	@Override
	public synchronized void cursor(RemoteCursor next) {
		cursor = next;
		notifyAll();
	}

	@Override
	public synchronized void name(String name) {
		names.add(name);
		notifyAll();
	}

	@Override
	public synchronized void sizeRefused() {
		refusals++;
	}

	@Override
	public synchronized void bell() {
		bells++;
		notifyAll();
	}

	@Override
	public synchronized void cutText(String text) {
		texts.add(text);
		notifyAll();
	}

	@Override
	public synchronized void leds(boolean scroll, boolean num, boolean caps) {
		leds = "%s %s %s".formatted(scroll, num, caps);
		notifyAll();
	}

	@Override
	public synchronized void pointer(boolean isAbsolute) {
		absolute = isAbsolute;
		notifyAll();
	}

	@Override
	public void close() {
		client.close();
		end.join();
	}
}
