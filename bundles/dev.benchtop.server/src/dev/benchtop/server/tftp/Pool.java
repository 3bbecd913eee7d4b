package dev.benchtop.server.tftp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A bounded pool of platform threads that go when there is nothing to do: storages may call native code. */
final class Pool {

	private static final int THREADS = 16;
	private static final long IDLE_SECONDS = 5;

	private Pool() {
	}

	static ExecutorService of(String name) {
		final var pool = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				Thread.ofPlatform().daemon().name(name + '-', 1).factory());
		pool.allowCoreThreadTimeOut(true);
		return pool;
	}
}
