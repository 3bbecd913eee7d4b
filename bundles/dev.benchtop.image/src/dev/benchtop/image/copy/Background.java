package dev.benchtop.image.copy;

/** Closes what another thread blocks on, without waiting for it. */
final class Background {

	private Background() {
	}

	static void close(AutoCloseable blocked) {
		Thread.ofPlatform().daemon().name("image-cancel").start(() -> { //$NON-NLS-1$
			try {
				blocked.close();
			} catch (Exception e) {
				Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
			}
		});
	}
}
