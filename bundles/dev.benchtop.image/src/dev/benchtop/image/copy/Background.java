package dev.benchtop.image.copy;

import java.io.Closeable;
import java.io.IOException;

/** Closes what another thread blocks on, without waiting for it. */
final class Background {

	private Background() {
	}

	static void close(Closeable blocked) {
		Thread.ofPlatform().daemon().name("image-cancel").start(() -> { //$NON-NLS-1$
			try {
				blocked.close();
			} catch (IOException e) {
				// the cancellation is told anyhow, with what it left on the target
				return;
			}
		});
	}
}
