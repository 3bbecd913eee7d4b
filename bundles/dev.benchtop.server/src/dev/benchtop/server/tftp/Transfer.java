package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One file on its way, with a socket of its own (its port is our TID, RFC 1350, section 4). Only the loop's thread calls in here. */
abstract class Transfer implements Ready, TftpTransfer {

	static final long SECOND = 1_000_000_000L;

	final Loop loop;
	final InetSocketAddress client;
	final Terms terms;
	final Numbering numbering;
	final Estimate estimate;
	final DatagramChannel channel;
	final AtomicLong done = new AtomicLong();
	final AtomicLong retransmits = new AtomicLong();
	private final String name;
	private final long total;
	private final Instant since = Instant.now();
	private final long giveUp;
	private final SelectionKey key;
	private int attempts;
	private long heard;
	private long deadline;
	private boolean told;
	private boolean ended;

	Transfer(Loop loop, InetSocketAddress client, String name, Terms terms, long total) throws IOException {
		this.loop = loop;
		this.client = client;
		this.name = name;
		this.terms = terms;
		this.total = total;
		this.numbering = Numbering.of(loop.settings().rollover());
		this.estimate = loop.clients().of(client.getAddress());
		this.giveUp = Math.max(loop.settings().giveUp().toNanos(), 2 * terms.timeout() * SECOND);
		this.channel = loop.channel();
		this.key = channel.register(loop.selector(), SelectionKey.OP_READ, this);
		heard = System.nanoTime();
		deadline = heard + giveUp;
	}

	/** Sends the first answer. */
	abstract void begin() throws IOException;

	/** A packet of the client; {@code number} is what follows the operation code. */
	abstract void packet(int operation, int number, ByteBuffer packet) throws IOException;

	/** Nothing was heard for a while: sends again what may have been lost. */
	abstract void again() throws IOException;

	/** Goes on where a full socket or a pause held it. */
	abstract void resume() throws IOException;

	/** Gives back the file; {@code complete} is false where the transfer failed. */
	abstract void release(boolean complete);

	/** When {@link #resume} is to be called, {@link Long#MAX_VALUE} for never. */
	long resumeAt() {
		return Long.MAX_VALUE;
	}

	@Override
	public final void ready(SelectionKey ready) {
		guarded(() -> {
			if (ready.isWritable()) {
				key.interestOps(SelectionKey.OP_READ);
				resume();
			}
			if (ready.isValid() && ready.isReadable()) {
				receive();
			}
		});
	}

	private void receive() throws IOException {
		for (int packets = burst(); packets > 0 && !ended && listening(); packets--) {
			final var packet = loop.inbox().clear();
			final var sender = channel.receive(packet);
			if (sender == null) {
				return;
			}
			packet.flip();
			if (!sender.equals(client)) {
				stranger(packet, sender);
			} else if (packet.limit() >= Packet.HEADER) {
				final int operation = Packet.unsigned(packet, 0);
				if (operation == Packet.ERROR) {
					error(packet);
				} else {
					packet(operation, Packet.unsigned(packet, 2), packet.position(Packet.HEADER));
				}
			}
		}
	}

	/** How many packets are taken before others have their turn. */
	int burst() {
		return 1;
	}

	/** RFC 1350, section 4: a packet from elsewhere is answered by an error and does not disturb; an error never is (section 2). */
	private void stranger(ByteBuffer packet, SocketAddress sender) throws IOException {
		if (packet.limit() >= 2 && Packet.unsigned(packet, 0) != Packet.ERROR) {
			channel.send(Packet.error(TftpError.UNKNOWN_TRANSFER, "Unknown transfer ID"), sender); //$NON-NLS-1$
		}
	}

	private void error(ByteBuffer packet) {
		final int code = Packet.unsigned(packet, 2);
		final var text = Packet.text(packet.position(Packet.HEADER));
		if (probed()) {
			end(TftpEnd.PROBED, ""); //$NON-NLS-1$
		} else {
			end(TftpEnd.FAILED, Messages.clientError(code, text));
		}
	}

	/** Whether a client that leaves now has what it wanted: the size. */
	boolean probed() {
		return false;
	}

	/** The client said something that moves the transfer on. */
	final void progress(long now) {
		attempts = 0;
		heard = now;
		expectAnswer(now);
	}

	/** Something was sent that asks for an answer. */
	final void expectAnswer(long now) {
		final long wait = estimate.timeout(attempts);
		deadline = now + (terms.timeout() == 0 ? wait : Math.min(wait, terms.timeout() * SECOND));
		loop.wakeBy(deadline);
	}

	/** Does what is due, and says when something is due again. */
	final void tick(long now) {
		guarded(() -> {
			if (now - resumeAt() >= 0) {
				resume();
			} else if (now - deadline >= 0) {
				silent(now);
			}
		});
		if (!ended) {
			loop.wakeBy(deadline);
			if (resumeAt() != Long.MAX_VALUE) {
				loop.wakeAt(resumeAt());
			}
		}
	}

	private void silent(long now) throws IOException {
		if (!listening()) {
			progress(now);
			return;
		}
		if (now - heard >= giveUp) {
			end(TftpEnd.FAILED, Messages.silent(now - heard));
			return;
		}
		attempts++;
		expectAnswer(now);
		again();
	}

	/** Calls {@link #resume} when the socket takes more. */
	final void awaitRoom() {
		key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
	}

	/** Leaves what comes in where it is while the transfer waits for a disk. */
	final void listen(boolean listening) {
		if (!ended) {
			key.interestOps(listening ? SelectionKey.OP_READ : 0);
		}
	}

	private boolean listening() {
		return key.isValid() && key.interestOps() != 0;
	}

	final void send(ByteBuffer packet) throws IOException {
		channel.send(packet, client);
	}

	/** Runs a step; what goes wrong in it ends this transfer and nothing else. */
	final void guarded(Step step) {
		if (ended) {
			return;
		}
		try {
			step.run();
		} catch (final IOException e) {
			fail(Refusals.of(e), e);
		} catch (final RuntimeException e) {
			loop.events().trouble(e);
			fail(Refusals.of(e), e);
		}
	}

	/** A step that may fail. */
	interface Step {
		void run() throws IOException;
	}

	/** Tells the client that it is over. */
	final void fail(TftpRefusal refusal, Exception cause) {
		if (ended) {
			return;
		}
		try {
			if (!told) {
				send(Packet.error(refusal.error(), refusal.getMessage()));
			}
		} catch (final IOException e) {
			cause.addSuppressed(e);
		}
		end(TftpEnd.FAILED, Messages.reason(cause));
	}

	final void end(TftpEnd how, String reason) {
		if (!ended) {
			close(how == TftpEnd.DONE);
			tell(how, reason);
		}
	}

	/** Says how it ended, once: an upload that is complete stays for clients that have not heard so. */
	final void tell(TftpEnd how, String reason) {
		if (!told) {
			told = true;
			loop.events().end(this, how, reason);
		}
	}

	/** Closes without telling anybody. */
	final void close(boolean complete) {
		ended = true;
		loop.remove(this);
		key.cancel();
		loop.discard(channel, true);
		release(complete);
	}

	/** Whether the client has been heard within the last second, or may still be about to answer. */
	final boolean lively(long now) {
		return now - heard < SECOND;
	}

	@Override
	public final InetSocketAddress client() {
		return client;
	}

	@Override
	public final String name() {
		return name;
	}

	@Override
	public final Map<String, String> options() {
		return terms.shown();
	}

	@Override
	public final long total() {
		return total;
	}

	@Override
	public final long done() {
		return done.get();
	}

	@Override
	public final long retransmits() {
		return retransmits.get();
	}

	@Override
	public final Instant since() {
		return since;
	}
}
