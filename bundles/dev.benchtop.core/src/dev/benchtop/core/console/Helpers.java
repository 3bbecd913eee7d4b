package dev.benchtop.core.console;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that take part in what somebody waits for. */
final class Helpers {

	private static final int MOST = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 3);
	private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(MOST, MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
			Thread.ofPlatform().name("Log search ", 0).daemon().factory()); //$NON-NLS-1$

	static {
		THREADS.allowCoreThreadTimeOut(true);
	}

	private Helpers() {
	}

	/** Runs each of the tasks, here and on other threads; those that are not done yet are being run when it returns. */
	static void run(List<? extends FutureTask<?>> tasks) {
		for (int i = 0; i < Math.min(MOST, tasks.size() - 1); i++) {
			THREADS.execute(() -> tasks.forEach(FutureTask::run));
		}
		tasks.forEach(FutureTask::run);
	}
}
