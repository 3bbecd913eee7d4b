package dev.benchtop.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Bench.Subscription;

/** Carries changes of any thread to the UI thread, bursts of them as one. */
final class UiNotifier {

	private static final int PAUSE_MILLIS = 33;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final AtomicBoolean due = new AtomicBoolean();

	Subscription subscribe(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	void changed() {
		if (PlatformUI.isWorkbenchRunning() && due.compareAndSet(false, true)) {
			final Display display = PlatformUI.getWorkbench().getDisplay();
			if (!display.isDisposed()) {
				display.asyncExec(() -> display.timerExec(PAUSE_MILLIS, this::tell));
			}
		}
	}

	private void tell() {
		due.set(false);
		listeners.forEach(UiNotifier::tell);
	}

	/** One listener that fails does not keep the change from the others. */
	private static void tell(Runnable listener) {
		try {
			listener.run();
		} catch (RuntimeException e) {
			ILog.of(UiNotifier.class).error(e.getMessage(), e);
		}
	}
}
