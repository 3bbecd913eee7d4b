package dev.benchtop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.Finder;
import dev.benchtop.core.spi.Finder.Found;
import dev.benchtop.core.spi.Finder.Watch;
import dev.benchtop.ui.internal.Services;

/** What finders find, looked for off the UI thread, and again whenever something is plugged in or out. */
public final class FoundHardware implements AutoCloseable {

	/** Something, and who found it. */
	public record Thing(Finder finder, Found found) {
	}

	private static final Services<Finder> FINDERS = new Services<>(Finder.class);

	private final Display display;
	private final Predicate<Finder> asked;
	private final Consumer<List<Thing>> listener;
	private final List<Watch> watches = new ArrayList<>();
	private final AtomicInteger looks = new AtomicInteger();
	private volatile boolean closed;

	/**
	 * Begins to look.
	 *
	 * @param asked the finders in question
	 * @param listener hears on the UI thread what is there now
	 */
	public FoundHardware(Display display, Predicate<Finder> asked, Consumer<List<Thing>> listener) {
		this.display = display;
		this.asked = asked;
		this.listener = listener;
		Thread.ofPlatform().name("Finding hardware").daemon().start(this::begin); //$NON-NLS-1$
	}

	private void begin() {
		synchronized (watches) {
			if (!closed) {
				finders().forEach(finder -> watches.add(finder.watch(this::look)));
			}
		}
		look();
	}

	private List<Finder> finders() {
		return FINDERS.all().stream().filter(asked).toList();
	}

	/** Each finder tells of changes on its own thread; what was looked for earlier and is found later is old. */
	private void look() {
		final int mine = looks.incrementAndGet();
		final List<Thing> found = new ArrayList<>();
		for (final Finder finder : finders()) {
			try {
				finder.find().forEach(one -> found.add(new Thing(finder, one)));
			} catch (BenchException | RuntimeException | LinkageError e) {
				ILog.of(FoundHardware.class).warn(finder.kind() + ": " + e.getMessage(), e); //$NON-NLS-1$
			}
		}
		if (!closed && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (!closed && mine == looks.get()) {
					listener.accept(found);
				}
			});
		}
	}

	@Override
	public void close() {
		synchronized (watches) {
			closed = true;
			watches.forEach(Watch::close);
			watches.clear();
		}
	}
}
