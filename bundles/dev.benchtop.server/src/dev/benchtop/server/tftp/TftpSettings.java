package dev.benchtop.server.tftp;

import java.time.Duration;

/**
 * How a server serves.
 *
 * @param maxWindow blocks at most in a window (RFC 7440), 1 to 64; boards drop packets of long bursts
 * @param maxBlockSize bytes at most in a block (RFC 2348), 512 to 65464
 * @param rollover what follows block 65535: 0 or 1
 * @param firstTimeout how long an unknown client is waited for before a packet is sent again; no client is waited for less than half of it
 * @param giveUp how long a client may be silent before its transfer ends
 * @param maxUpload bytes at most of one file that is written to
 * @param maxTransfers transfers at most at one time; more are told to come back later
 */
public record TftpSettings(int maxWindow, int maxBlockSize, int rollover, Duration firstTimeout, Duration giveUp, long maxUpload,
		int maxTransfers) {

	public TftpSettings {
		check(maxWindow, 1, 64);
		check(maxBlockSize, 512, 65464);
		check(rollover, 0, 1);
		check(firstTimeout.toMillis(), 1, 60_000);
		check(giveUp.toMillis(), 1, 3_600_000);
		check(maxUpload, 0, Long.MAX_VALUE);
		check(maxTransfers, 1, 4096);
	}

	private static void check(long value, long least, long most) {
		if (value < least || value > most) {
			throw new IllegalArgumentException(value + " is not in " + least + ".." + most); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** Windows up to 16, blocks up to 65464, roll-over to 0, 200 ms, 20 s, uploads up to 4 GiB, 512 transfers. */
	public static TftpSettings defaults() {
		return new TftpSettings(16, 65464, 0, Duration.ofMillis(200), Duration.ofSeconds(20), 4L << 30, 512);
	}

	public TftpSettings withMaxWindow(int blocks) {
		return new TftpSettings(blocks, maxBlockSize, rollover, firstTimeout, giveUp, maxUpload, maxTransfers);
	}

	public TftpSettings withRollover(int block) {
		return new TftpSettings(maxWindow, maxBlockSize, block, firstTimeout, giveUp, maxUpload, maxTransfers);
	}

	public TftpSettings withGiveUp(Duration silence) {
		return new TftpSettings(maxWindow, maxBlockSize, rollover, firstTimeout, silence, maxUpload, maxTransfers);
	}

	public TftpSettings withMaxUpload(long bytes) {
		return new TftpSettings(maxWindow, maxBlockSize, rollover, firstTimeout, giveUp, bytes, maxTransfers);
	}

	public TftpSettings withMaxTransfers(int count) {
		return new TftpSettings(maxWindow, maxBlockSize, rollover, firstTimeout, giveUp, maxUpload, count);
	}
}
