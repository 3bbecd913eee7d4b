package dev.benchtop.core.internal.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Driver;

/** Makes the drivers of one board one at a time, and closes them in the reverse order. */
final class DriverMakers {

	private final BoardModel board;
	private final ReentrantLock lock = new ReentrantLock();
	private final Deque<DriverSlot> making = new ArrayDeque<>();
	private final List<DriverSlot> made = new ArrayList<>();
	private boolean closed;

	DriverMakers(BoardModel board) {
		this.board = board;
	}

	/** Makes the driver of a slot; drivers that it needs are made on the way. */
	Driver make(DriverSlot slot) throws BenchException {
		lock.lock();
		try {
			if (closed) {
				throw BenchException.failed(Messages.boardChanged).where(board.name()).build();
			}
			if (making.contains(slot)) {
				throw BenchException.usage(NLS.bind(Messages.circularDriver, circle(slot))).where(board.name()).build();
			}
			making.addLast(slot);
			try {
				final var driver = slot.make();
				if (!made.contains(slot)) {
					made.add(slot);
				}
				return driver;
			} finally {
				making.removeLast();
			}
		} finally {
			lock.unlock();
		}
	}

	private String circle(DriverSlot slot) {
		return Stream.concat(making.stream().dropWhile(other -> other != slot), Stream.of(slot)).map(DriverSlot::path)
				.collect(Collectors.joining(" -> ")); //$NON-NLS-1$
	}

	/** Closes all drivers; none is made any more. */
	void close() {
		lock.lock();
		try {
			closed = true;
			made.reversed().forEach(this::close);
			made.clear();
		} finally {
			lock.unlock();
		}
	}

	private void close(DriverSlot slot) {
		try {
			slot.close();
		} catch (RuntimeException e) {
			System.getLogger(DriverMakers.class.getName()).log(System.Logger.Level.WARNING, board.name() + '/' + slot.path(), e);
		}
	}
}
