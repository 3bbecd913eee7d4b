package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Receives a file in windows (RFC 7440). A gap is told of once by an acknowledgement of the last block that came in order; the last
 * acknowledgement is repeated when the last block comes again, for some time after the end too (RFC 1350, section 6), and then for any block
 * of the last window: a client whose acknowledgement got lost may begin with the first one.
 */
final class Receiving extends Transfer {

	private static final long DALLY = 2_000_000_000L;
	private static final int PACKETS_AT_ONCE = 64;

	private final TftpUpload upload;
	private final Intake intake;
	private long received;
	private int inWindow;
	private long gapTold = -1;
	private boolean begun;
	private boolean complete;
	private boolean writing;
	private boolean closed;
	private long closeAt = Long.MAX_VALUE;

	Receiving(Loop loop, InetSocketAddress client, String name, Terms terms, TftpUpload upload, boolean netascii, long announced)
			throws IOException {
		super(loop, client, name, terms, announced);
		this.upload = upload;
		intake = new Intake(upload.channel(), loop.buffers().take(), netascii);
	}

	@Override
	void begin() throws IOException {
		answer();
		expectAnswer(System.nanoTime());
	}

	@Override
	void packet(int operation, int number, ByteBuffer packet) throws IOException {
		if (operation != Packet.DATA) {
			fail(new TftpRefusal(TftpError.ILLEGAL_OPERATION, "Illegal TFTP operation"), new IOException(Messages.unexpected(operation))); //$NON-NLS-1$
			return;
		}
		final int distance = numbering.distance(received, number);
		if (distance == 1 && !complete) {
			block(packet);
		} else if (distance <= terms.window() && !complete) {
			if (gapTold != received) {
				gapTold = received;
				answer();
			}
		} else if (complete ? inLastWindow(number) : distance == 0 && inWindow == 0) {
			answer();
		}
	}

	private boolean inLastWindow(int number) {
		final long before = Math.max(0, received - terms.window());
		return numbering.distance(before, number) <= received - before;
	}

	private void block(ByteBuffer block) throws IOException {
		final int size = block.remaining();
		if (size > terms.blockSize()) {
			throw new TftpRefusal(TftpError.ILLEGAL_OPERATION, "Block too long"); //$NON-NLS-1$
		}
		if (done.get() + size > loop.settings().maxUpload()) {
			throw new TftpRefusal(TftpError.DISK_FULL, "File too large"); //$NON-NLS-1$
		}
		begun = true;
		intake.take(block);
		received++;
		done.lazySet(done.get() + size);
		progress(System.nanoTime());
		if (size < terms.blockSize()) {
			elsewhere(this::finish, this::completed);
		} else if (intake.fits(terms.blockSize())) {
			accepted();
		} else if (upload.local()) {
			intake.write();
			accepted();
		} else {
			elsewhere(intake::write, this::accepted);
		}
	}

	private void accepted() throws IOException {
		if (++inWindow == terms.window()) {
			answer();
		}
	}

	private void finish() throws IOException {
		intake.finish();
		upload.complete();
	}

	private void completed() throws IOException {
		complete = true;
		answer();
		closeAt = System.nanoTime() + Math.max(DALLY, Math.min(2 * terms.timeout() * SECOND, loop.settings().giveUp().toNanos()));
		loop.wakeBy(closeAt);
		tell(TftpEnd.DONE, ""); //$NON-NLS-1$
	}

	/** Does slow work on a thread of the pool; what comes in waits in the socket. */
	private void elsewhere(Step work, Step then) {
		writing = true;
		listen(false);
		loop.readers().execute(() -> {
			Exception failed = null;
			try {
				work.run();
			} catch (final IOException | RuntimeException e) {
				failed = e;
			}
			final var result = failed;
			loop.execute(() -> written(result, then));
		});
	}

	private void written(Exception failed, Step then) {
		writing = false;
		if (closed) {
			giveBack();
			return;
		}
		listen(true);
		guarded(() -> {
			if (failed != null) {
				fail(Refusals.of(failed), failed);
			} else {
				progress(System.nanoTime());
				then.run();
			}
		});
	}

	/** Acknowledges the last block that came in order, or the options before the first one. */
	private void answer() throws IOException {
		inWindow = 0;
		send(received == 0 && !terms.answer().isEmpty() ? Packet.acknowledge(terms.answer()) : Packet.acknowledge(numbering.wire(received)));
	}

	@Override
	void again() throws IOException {
		if (!complete) {
			retransmits.incrementAndGet();
			gapTold = -1;
			answer();
		}
	}

	@Override
	void resume() {
		if (complete) {
			close(true);
		}
	}

	@Override
	long resumeAt() {
		return closeAt;
	}

	@Override
	int burst() {
		return PACKETS_AT_ONCE;
	}

	@Override
	boolean probed() {
		return !begun && received == 0 && terms.answer().keySet().stream().anyMatch("tsize"::equalsIgnoreCase); //$NON-NLS-1$
	}

	@Override
	void release(boolean done) {
		closed = true;
		if (!complete) {
			loop.discard(upload::abandon, upload.local());
		}
		if (!writing) {
			giveBack();
		}
	}

	private void giveBack() {
		loop.buffers().give(intake.buffer());
	}

	@Override
	public boolean upload() {
		return true;
	}
}
