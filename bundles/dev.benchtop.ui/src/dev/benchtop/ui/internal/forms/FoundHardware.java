package dev.benchtop.ui.internal.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.Finder;
import dev.benchtop.core.spi.Finder.Watch;
import dev.benchtop.ui.internal.Services;

/** What all finders find, looked for off the UI thread, and again whenever something is plugged in or out. */
final class FoundHardware implements AutoCloseable {

	private static final Services<Finder> FINDERS = new Services<>(Finder.class);

	private final Display display;
	private final Consumer<List<FoundTemplate>> listener;
	private final List<Watch> watches = new ArrayList<>();
	private final AtomicInteger looks = new AtomicInteger();
	private volatile boolean closed;

	/** @param listener hears on the UI thread what is there now */
	FoundHardware(Display display, Consumer<List<FoundTemplate>> listener) {
		this.display = display;
		this.listener = listener;
		Thread.ofPlatform().name("Finding hardware").daemon().start(this::begin); //$NON-NLS-1$
	}

	private void begin() {
		synchronized (watches) {
			if (!closed) {
				FINDERS.all().forEach(finder -> watches.add(finder.watch(this::look)));
			}
		}
		look();
	}

	/** Each finder tells of changes on its own thread; what was looked for earlier and is found later is old. */
	private void look() {
		final int mine = looks.incrementAndGet();
		final List<FoundTemplate> found = new ArrayList<>();
		for (final var finder : FINDERS.all()) {
			try {
				finder.find().forEach(one -> found.add(new FoundTemplate(finder, one)));
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
