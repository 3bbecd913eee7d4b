package dev.benchtop.uboot.flow;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.FileServer.Outcome;

/** Shows how much of a file a bootloader has fetched, which it does not tell itself before the end; until it is closed. */
final class LoadMeter implements AutoCloseable {

	private static final long PERIOD_MILLIS = 200;

	private final FileServer server;
	private final String name;
	private final long size;
	private final Log log;
	private final CountDownLatch over = new CountDownLatch(1);
	private final Thread thread;
	private long shown;

	/** @param name under which the server has the file */
	LoadMeter(FileServer server, String name, long size, Log log) {
		this.server = server;
		this.name = name;
		this.size = size;
		this.log = log;
		thread = Thread.ofVirtual().name("load " + name).start(this::watch); //$NON-NLS-1$
	}

	private void watch() {
		try {
			while (!over.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
				server.transfers().stream().filter(transfer -> transfer.outcome() == Outcome.RUNNING && transfer.name().endsWith(name)).findFirst()
						.ifPresent(transfer -> show(Math.min(transfer.done(), size)));
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void show(long done) {
		if (done > shown) {
			log.advance(done - shown);
			shown = done;
		}
	}

	/** The whole file is there. */
	void complete() {
		close();
		show(size);
	}

	@Override
	public void close() {
		over.countDown();
		try {
			thread.join();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
