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

	private static final long LEAST_PAUSE = 20_000;
	private static final long MOST_PAUSE = 2_000_000;
	/** Boards and virtual machines have room for so many packets that follow each other closely; some never recover from more. */
	private static final int MOST_BURST = 16;
	private static final int LEAST_BURST = 4;
	private static final int CLEAN_WINDOWS = 16;

	private final Supply supply;
	private final int window;
	private final int leastBurst;
	private final int mostBurst;
	private boolean agreed;
	private long acknowledged;
	private long next = 1;
	private long highest;
	private long restarted = -1;
	private long last = Long.MAX_VALUE;
	private long windowSent;
	private boolean clean = true;
	private int burst;
	private int inBurst;
	private int cleanWindows;
	private long burstSent;
	/** Between bursts; as long as the client takes to acknowledge the last burst of a window. */
	private long pause = MOST_PAUSE / 2;
	private long resumeAt = Long.MAX_VALUE;
	private long windows;
	private long losses;

	Sending(Loop loop, InetSocketAddress client, String name, Terms terms, Opened opened) throws IOException {
		super(loop, client, name, terms, opened.size());
		supply = new Supply(loop, opened.source(), opened.local(), terms.blockSize(), () -> guarded(this::pump));
		window = terms.window();
		mostBurst = Math.min(window, MOST_BURST);
		burst = mostBurst;
		leastBurst = Math.min(window, LEAST_BURST);
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
			whole(now);
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
				estimate.learn(window, windows, losses);
				end(TftpEnd.DONE, ""); //$NON-NLS-1$
				return;
			}
			progress(now);
			if (acknowledged >= next - 1) {
				whole(now);
			} else if (answers(now)) {
				lost(now);
			}
			pump();
		} else if (window > 1 && restarted != acknowledged && next > acknowledged + 1 && answers(now)) {
			lost(now);
			pump();
		}
	}

	private void whole(long now) {
		windows++;
		if (clean) {
			estimate.sample(now - windowSent);
			pause = Math.clamp(now - burstSent, LEAST_PAUSE, MOST_PAUSE);
			if (burst < mostBurst && ++cleanWindows == CLEAN_WINDOWS) {
				cleanWindows = 0;
				burst = Math.min(mostBurst, burst * 2);
			}
		}
		clean = true;
		next = acknowledged + 1;
		inBurst = 0;
		resumeAt = Long.MAX_VALUE;
		windowSent = now;
		burstSent = now;
	}

	/** Whether what came now can be an answer to what was sent last. */
	private boolean answers(long now) {
		return now - windowSent >= estimate.tooSoon();
	}

	/** Goes back to the first block that was not acknowledged. */
	private void lost(long now) {
		losses++;
		clean = false;
		restarted = acknowledged;
		burst = Math.clamp(burst / 2, leastBurst, mostBurst);
		pause = Math.min(2 * pause, MOST_PAUSE);
		cleanWindows = 0;
		inBurst = 0;
		next = acknowledged + 1;
		resumeAt = Long.MAX_VALUE;
		windowSent = now;
		burstSent = now;
	}

	private void count() {
		final long bytes = acknowledged * terms.blockSize();
		done.lazySet(total() < 0 ? bytes : Math.min(bytes, total()));
	}

	/** Sends what the window holds, as far as file, socket and pace allow. */
	private void pump() throws IOException {
		final long end = Math.min(acknowledged + window, last);
		while (next <= end && resumeAt == Long.MAX_VALUE) {
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
			if (next > last) {
				break;
			}
		}
	}

	private void sent() {
		if (next > highest) {
			highest = next;
		} else {
			retransmits.lazySet(retransmits.get() + 1);
		}
		next++;
		if (++inBurst >= burst && burst < window && next <= acknowledged + window) {
			inBurst = 0;
			resumeAt = System.nanoTime() + pause;
			loop.wakeAt(resumeAt);
		}
	}

	@Override
	void again() throws IOException {
		if (!agreed) {
			retransmits.incrementAndGet();
			clean = false;
			send(Packet.acknowledge(terms.answer()));
		} else if (next > acknowledged + 1) {
			lost(System.nanoTime());
			pump();
		}
	}

	@Override
	void resume() throws IOException {
		resumeAt = Long.MAX_VALUE;
		burstSent = System.nanoTime();
		expectAnswer(burstSent);
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
		supply.close();
	}

	@Override
	public boolean upload() {
		return false;
	}
}
