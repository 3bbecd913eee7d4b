package dev.benchtop.core.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/**
 * What is often done with the control lines of a board. On ESP32 boards the lines switch two transistors: RTS alone holds the chip in
 * reset, DTR alone pulls GPIO 0 down, which keeps it in its bootloader as reset ends.
 */
public enum LinePreset {
	ESP32_BOOT(Messages.LinePreset_esp32Boot) {
		@Override
		void steps(SerialLines lines, CancelToken token) throws BenchException {
			lines.dtr(false);
			lines.rts(true);
			pause(100, token);
			lines.dtr(true);
			lines.rts(false);
			pause(50, token);
			lines.dtr(false);
		}
	},
	ESP32_RESET(Messages.LinePreset_esp32Reset) {
		@Override
		void steps(SerialLines lines, CancelToken token) throws BenchException {
			lines.dtr(false);
			lines.rts(true);
			pause(100, token);
			lines.rts(false);
		}
	},
	DTR_PULSE(Messages.LinePreset_dtrPulse) {
		@Override
		void steps(SerialLines lines, CancelToken token) throws BenchException {
			final boolean before = lines.dtr();
			lines.dtr(!before);
			pause(100, token);
			lines.dtr(before);
		}
	},
	RTS_PULSE(Messages.LinePreset_rtsPulse) {
		@Override
		void steps(SerialLines lines, CancelToken token) throws BenchException {
			final boolean before = lines.rts();
			lines.rts(!before);
			pause(100, token);
			lines.rts(before);
		}
	};

	private final String label;

	LinePreset(String label) {
		this.label = label;
	}

	/** For people. */
	public String label() {
		return label;
	}

	abstract void steps(SerialLines lines, CancelToken token) throws BenchException;

	/** Does it; blocks for at most 150 ms. Where it is cancelled or fails in between, the lines are again as they were before. */
	public void run(SerialLines lines, CancelToken token) throws BenchException {
		token.check();
		final boolean dtr = lines.dtr();
		final boolean rts = lines.rts();
		try {
			steps(lines, token);
		} catch (BenchException e) {
			try {
				lines.restore(dtr, rts);
			} catch (BenchException lost) {
				e.addSuppressed(lost);
			}
			throw e;
		}
	}

	private static void pause(long millis, CancelToken token) throws BenchException {
		final var cancelled = new CountDownLatch(1);
		try (var _ = token.onCancel(cancelled::countDown)) {
			cancelled.await(millis, TimeUnit.MILLISECONDS);
			token.check();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}
}
