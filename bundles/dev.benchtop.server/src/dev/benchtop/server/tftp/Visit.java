package dev.benchtop.server.tftp;

import java.nio.ByteBuffer;

/** A client that has asked and is being served. */
final class Visit {

	private static final long SECOND = 1_000_000_000L;

	private final byte[] request;
	private final long since;
	private Transfer transfer;

	Visit(ByteBuffer request, long now) {
		this.request = bytes(request);
		this.since = now;
	}

	/** Whether this is the same request once more, while the first one is still being answered: it was doubled or has waited on the way. */
	boolean repeated(ByteBuffer again, long now) {
		final boolean lively = transfer == null ? now - since < SECOND : transfer.lively(now);
		return lively && again.equals(ByteBuffer.wrap(request));
	}

	Transfer transfer() {
		return transfer;
	}

	void transfer(Transfer started) {
		transfer = started;
	}

	private static byte[] bytes(ByteBuffer packet) {
		final var bytes = new byte[packet.limit()];
		packet.get(0, bytes);
		return bytes;
	}
}
