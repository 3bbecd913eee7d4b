package dev.benchtop.qemu;

import java.util.concurrent.locks.ReentrantLock;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.BoardLock;

/** One thing at a time with a machine: threads of this process wait for each other, other processes are told who is at it. */
final class Exclusive {

	/** Something that is done alone. */
	@FunctionalInterface
	interface Action<T> {
		T run() throws BenchException;
	}

	private static final String PART = "power"; //$NON-NLS-1$

	private final ReentrantLock threads = new ReentrantLock();
	private final BoardLock processes;

	Exclusive(BoardLock processes) {
		this.processes = processes;
	}

	/**
	 * Does it.
	 *
	 * @param what what for, for the person who is told
	 * @throws BenchException what the action throws, or that someone else is at it, or cancelled
	 */
	<T> T run(String what, CancelToken cancel, Action<T> action) throws BenchException {
		cancel.lock(threads);
		try (var _ = processes.acquire(PART, what)) {
			return action.run();
		} finally {
			threads.unlock();
		}
	}
}
