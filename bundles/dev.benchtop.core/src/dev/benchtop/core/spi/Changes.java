package dev.benchtop.core.spi;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.benchtop.core.spi.Finder.Watch;

/** Looks once a second whether what a finder finds has changed, while somebody wants to hear of it; for looks that read a few small files of the kernel. */
public final class Changes implements AutoCloseable {

	private static final long INTERVAL_MILLIS = 1000;

	private final String name;
	private final Callable<?> look;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Thread looking;

	/**
	 * @param name of the thread
	 * @param look tells of what is there, as something that is equal as long as nothing came or went; where it fails, nothing is there
	 */
	public Changes(String name, Callable<?> look) {
		this.name = name;
		this.look = look;
	}

	/** Tells of changes from now on, and maybe once without one, on a thread of its own. */
	public synchronized Watch watch(Runnable changed) {
		listeners.add(changed);
		if (looking == null) {
			looking = Thread.ofPlatform().daemon().name(name).start(this::run);
		}
		return () -> {
			listeners.remove(changed);
			synchronized (this) {
				notifyAll();
			}
		};
	}

	/** Who has begun to listen may have looked before the first look here: so that is told too. */
	private void run() {
		Object before = null;
		do {
			final Object now = now();
			if (!Objects.equals(now, before)) {
				before = now;
				listeners.forEach(this::tell);
			}
		} while (goesOn());
	}

	/** A listener that fails keeps no other from hearing of this, nor of what comes later. */
	private void tell(Runnable listener) {
		try {
			listener.run();
		} catch (RuntimeException e) {
			System.getLogger(Changes.class.getName()).log(System.Logger.Level.WARNING, name, e);
		}
	}

	/** Waits; false when nobody listens any more. */
	private synchronized boolean goesOn() {
		if (!listeners.isEmpty()) {
			try {
				wait(INTERVAL_MILLIS);
			} catch (InterruptedException e) {
				listeners.clear();
			}
		}
		if (listeners.isEmpty()) {
			looking = null;
		}
		return looking != null;
	}

	private Object now() {
		try {
			return look.call();
		} catch (Exception _) {
			return ""; //$NON-NLS-1$
		}
	}

	/** Nobody hears of anything any more. */
	@Override
	public synchronized void close() {
		listeners.clear();
		notifyAll();
	}
}
