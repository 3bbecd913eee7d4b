package dev.benchtop.qemu;

import java.nio.file.Path;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** Flashes a board, and ends without closing anything when a phase of it begins. */
final class KilledFlash {

	private KilledFlash() {
	}

	public static void main(String[] arguments) throws Exception {
		final var board = new Virtual(new VirtualContext(Path.of(arguments[0]), Path.of(arguments[1])), FlashTest.disks(), Host.system());
		board.flasher().flash(FlashTest.request(Path.of(arguments[2])), new Progress() {
			@Override
			public CancelToken token() {
				return CancelToken.none();
			}

			@Override
			public void begin(Phase phase, long totalBytes) {
				if (phase.id().equals(arguments[3])) {
					Runtime.getRuntime().halt(ChildJvm.KILLED);
				}
			}
		});
	}
}
