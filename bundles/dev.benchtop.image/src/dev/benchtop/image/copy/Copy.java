package dev.benchtop.image.copy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.KnownRange;
import dev.benchtop.image.BlockMap;

/**
 * Copies a source to a target on a thread of its own, and waits for it.
 * A cancellation closes whatever the thread blocks on; where even that does not end it, as with a medium that hangs in the kernel,
 * it is left behind, and does nothing more to the target once it comes back.
 */
public final class Copy {

	/** How long a cancelled copy may take to clean up, in milliseconds. */
	private static final long GRACE = 1500;

	private final CopyTask task;
	private final Progress progress;
	private final boolean hash;
	private final boolean verify;

	/**
	 * @param target the target's name
	 * @param verify whether the target is read back
	 * @param expected what the source's hash has to be, where that is known
	 * @param map what of the source is written, where that is not all
	 * @param there what may be on the target already
	 */
	public Copy(Source source, BlockTarget medium, String target, boolean verify, Optional<Expected> expected, Optional<BlockMap> map,
			List<KnownRange> there, Progress progress) {
		this.task = new CopyTask(source, medium, target, verify, expected, map, there, progress);
		this.progress = progress;
		this.hash = expected.isPresent();
		this.verify = verify;
	}

	/**
	 * Copies.
	 *
	 * @throws BenchException if the target refused to be opened
	 */
	public FlashReport run() throws BenchException {
		progress.plan(Phases.of(hash, verify));
		final var done = new CountDownLatch(1);
		final var cancelled = new CountDownLatch(1);
		try (var _ = progress.token().onCancel(() -> {
			task.abort();
			cancelled.countDown();
		})) {
			Thread.ofPlatform().daemon().name("image-copy").start(() -> { //$NON-NLS-1$
				task.run();
				done.countDown();
				cancelled.countDown();
			});
			cancelled.await();
			done.await(GRACE, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			task.abort();
			Thread.currentThread().interrupt();
		}
		return task.report();
	}
}
