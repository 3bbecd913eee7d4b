package dev.benchtop.disk;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.benchtop.core.spi.Finder.Watch;

/** Looks once a second whether disks, partitions or mounts came or went, while somebody wants to hear of it: a few small files of the kernel. */
final class Changes implements AutoCloseable {

	private static final long INTERVAL_MILLIS = 1000;

	private final DiskSystem system;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Thread looking;

	Changes(DiskSystem system) {
		this.system = system;
	}

	synchronized Watch watch(Runnable changed) {
		listeners.add(changed);
		if (looking == null) {
			looking = Thread.ofPlatform().daemon().name("disk-watch").start(this::look); //$NON-NLS-1$
		}
		return () -> {
			listeners.remove(changed);
			synchronized (this) {
				notifyAll();
			}
		};
	}

	private void look() {
		String before = fingerprint();
		while (goesOn()) {
			final String now = fingerprint();
			if (!now.equals(before)) {
				before = now;
				listeners.forEach(Runnable::run);
			}
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

	private String fingerprint() {
		try {
			return system.fingerprint();
		} catch (IOException e) {
			return ""; //$NON-NLS-1$
		}
	}

	@Override
	public synchronized void close() {
		listeners.clear();
		notifyAll();
	}
}
