package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Sends a file in windows (RFC 7440), a window of one block being plain TFTP.
 * An acknowledgement inside of a window tells of a gap: the blocks behind it go again, in shorter bursts. Acknowledgements that came too
 * soon to be answers to what was sent last, and all old ones in a window of one block, start nothing (RFC 1123, section 4.2.3.1).
 */
final class Sending extends Transfer {

	/** Between the blocks of a window that nobody answers: a client that has only been asleep is not buried under what it has already. */
	private static final long UNANSWERED_PAUSE = 50_000_000;

	private final Supply supply;
	private final int window;
	private final Pace pace;
	private boolean agreed;
	private long acknowledged;
	private long next = 1;
	private long highest;
	private long restarted = -1;
	private long last = Long.MAX_VALUE;
	private long windowSent;
	private boolean clean = true;
	private boolean unanswered;
	private long resumeAt = Long.MAX_VALUE;
	private long windows;
	private long losses;

	Sending(Loop loop, InetSocketAddress client, String name, Terms terms, Opened opened) throws IOException {
		super(loop, client, name, terms, opened.size());
		supply = new Supply(loop, opened.source(), opened.local(), terms.blockSize(), () -> guarded(this::pump));
		window = terms.window();
		pace = new Pace(window);
		agreed = terms.answer().isEmpty();
	}

	@Override
	void begin() throws IOException {
		windowSent = System.nanoTime();
		expectAnswer(windowSent);
		if (agreed) {
			pump();
		} else {
			send(Packet.acknowledge(terms.answer()));
		}
	}

	@Override
	void packet(int operation, int number, ByteBuffer packet) throws IOException {
		if (operation != Packet.ACK) {
			fail(new TftpRefusal(TftpError.ILLEGAL_OPERATION, "Illegal TFTP operation"), new IOException(Messages.unexpected(operation))); //$NON-NLS-1$
		} else if (agreed) {
			acknowledged(number);
		} else if (number == 0) {
			agreed = true;
			final long now = System.nanoTime();
			progress(now);
			answered(now);
			restart(now);
			pump();
		}
	}

	private void acknowledged(int number) throws IOException {
		final int distance = numbering.distance(acknowledged, number);
		if (distance > highest - acknowledged) {
			return;
		}
		final long now = System.nanoTime();
		if (distance > 0) {
			acknowledged += distance;
			count();
			if (acknowledged == last) {
				end(TftpEnd.DONE, ""); //$NON-NLS-1$
				return;
			}
			progress(now);
			if (acknowledged >= next - 1) {
				whole(now);
			} else if (answers(now)) {
				lost(now, distance);
			}
			pump();
		} else if (window > 1 && restarted != acknowledged && next > acknowledged + 1 && answers(now)) {
			lost(now, 0);
			pump();
		}
	}

	private void whole(long now) {
		windows++;
		if (clean) {
			pace.clean(now);
		}
		answered(now);
		restart(now);
	}

	/** Takes the round trip, unless something was sent twice. */
	private void answered(long now) {
		if (clean) {
			estimate.sample(now - windowSent);
		}
		clean = true;
	}

	/** Whether what came now can be an answer to what was sent last. */
	private boolean answers(long now) {
		return now - windowSent >= estimate.tooSoon();
	}

	private void lost(long now, int arrived) {
		losses++;
		clean = false;
		restarted = acknowledged;
		pace.lost(arrived);
		restart(now);
	}

	/** Begins a window with the first block that was not acknowledged. */
	private void restart(long now) {
		next = acknowledged + 1;
		resumeAt = Long.MAX_VALUE;
		windowSent = now;
		unanswered = false;
		pace.begin(now);
	}

	private void count() {
		final long bytes = acknowledged * terms.blockSize();
		done.lazySet(total() < 0 ? bytes : Math.min(bytes, total()));
	}

	/** Sends what the window holds, as far as file, socket and pace allow. */
	private void pump() throws IOException {
		while (next <= Math.min(acknowledged + window, last) && resumeAt == Long.MAX_VALUE) {
			final var chunk = supply.at(next);
			if (chunk == null) {
				return;
			}
			if (!chunk.send(channel, client, next, numbering.wire(next))) {
				awaitRoom();
				return;
			}
			if (chunk.last(next)) {
				last = next;
			}
			sent();
		}
		if (next <= last) {
			supply.prepare(next);
		}
	}

	private void sent() {
		if (next > highest) {
			highest = next;
		} else {
			retransmits.lazySet(retransmits.get() + 1);
		}
		next++;
		if (unanswered) {
			pauseUntil(System.nanoTime() + UNANSWERED_PAUSE);
		} else if (pace.sent()) {
			pauseUntil(pace.pause(System.nanoTime()));
		}
	}

	private void pauseUntil(long time) {
		if (next <= acknowledged + window) {
			resumeAt = time;
			loop.wakeAt(time);
		}
	}

	@Override
	void again() throws IOException {
		if (!agreed) {
			retransmits.incrementAndGet();
			clean = false;
			send(Packet.acknowledge(terms.answer()));
		} else if (next > acknowledged + 1) {
			lost(System.nanoTime(), 0);
			restarted = -1;
			unanswered = true;
			pump();
		}
	}

	@Override
	void resume() throws IOException {
		resumeAt = Long.MAX_VALUE;
		final long now = System.nanoTime();
		pace.begin(now);
		expectAnswer(now);
		pump();
	}

	@Override
	long resumeAt() {
		return resumeAt;
	}

	@Override
	boolean probed() {
		return !agreed && terms.answer().keySet().stream().anyMatch("tsize"::equalsIgnoreCase); //$NON-NLS-1$
	}

	@Override
	void release(boolean complete) {
		estimate.learn(window, windows, losses);
		supply.close();
	}

	@Override
	public boolean upload() {
		return false;
	}
}
