package dev.benchtop.core.storage;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** Keeps how far an item of a queue is, under the queue's lock, and tells the queue's listeners. */
final class QueuedProgress implements Progress {

	private final QueuedTransfer transfer;
	private final Object lock;
	private final Runnable tell;

	QueuedProgress(QueuedTransfer transfer, Object lock, Runnable tell) {
		this.transfer = transfer;
		this.lock = lock;
		this.tell = tell;
	}

	@Override
	public CancelToken token() {
		return transfer.token();
	}

	@Override
	public void begin(Phase phase, long totalBytes) {
		total(totalBytes);
	}

	@Override
	public void total(long totalBytes) {
		set(() -> transfer.total(totalBytes));
	}

	@Override
	public void advance(long bytes) {
		set(() -> transfer.advance(bytes));
	}

	@Override
	public void message(String text) {
		set(() -> transfer.message(text));
	}

	private void set(Runnable change) {
		synchronized (lock) {
			change.run();
		}
		tell.run();
	}
}
