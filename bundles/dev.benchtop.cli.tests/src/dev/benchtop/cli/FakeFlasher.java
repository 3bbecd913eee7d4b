package dev.benchtop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.core.flash.Target;

/** A flasher in memory. What happens is told by how the image begins: {@code refuse}, {@code fail}, {@code wait} (to be cancelled). */
public final class FakeFlasher implements Flasher {

	private static final Phase WRITE = new Phase("write", "Write");

	private final CountDownLatch waiting = new CountDownLatch(1);
	private volatile byte[] content = {};
	private volatile boolean followed;

	/** Returns when a flash waits for its cancellation. */
	public void awaitWaiting() throws InterruptedException {
		waiting.await();
	}

	/** Whether any flash was told that another one follows. */
	boolean wasFollowed() {
		return followed;
	}

	@Override
	public List<Target> targets() {
		return List.of(new Target("root", OptionalLong.of(64 << 10), content.length == 0 ? "empty" : "text", "memory"));
	}

	@Override
	public FlashPlan plan(FlashRequest request) throws BenchException {
		if (text(request.image()).startsWith("refuse")) {
			throw BenchException.failed("The board is on").where("root").next("Power it off.").build();
		}
		return new FlashPlan(List.of(WRITE), List.of("Write " + request.label() + " to root."), OptionalLong.empty(), targets().getFirst());
	}

	@Override
	public FlashReport flash(FlashRequest request, Progress progress) throws BenchException {
		plan(request);
		followed |= request.followed();
		final byte[] image = bytes(request.image());
		progress.plan(List.of(WRITE));
		progress.begin(WRITE, image.length);
		if (text(request.image()).startsWith("fail")) {
			return report(Outcome.INCOMPLETE, image, Optional.of(BenchException.failed("The write failed").where("root").why("medium error").build()));
		}
		if (text(request.image()).startsWith("wait")) {
			final var cancelled = new CountDownLatch(1);
			try (var _ = progress.token().onCancel(cancelled::countDown)) {
				waiting.countDown();
				cancelled.await();
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
			return report(Outcome.UNCHANGED, image, Optional.of(BenchException.cancelled()));
		}
		progress.advance(image.length);
		content = image;
		return report(request.verify() ? Outcome.VERIFIED : Outcome.WRITTEN, image, Optional.empty());
	}

	@Override
	public FlashReport dump(DumpRequest request, Progress progress) throws BenchException {
		try {
			Files.write(request.file(), content);
		} catch (IOException e) {
			throw BenchException.failed("The file cannot be written").why(e).build();
		}
		return report(Outcome.WRITTEN, content, Optional.empty());
	}

	private static FlashReport report(Outcome outcome, byte[] image, Optional<BenchException> failure) {
		return new FlashReport(outcome, image.length, failure.isPresent() ? Optional.empty() : Optional.of(sha256(image)), "root", Duration.ofMillis(1500),
				List.of(new FlashReport.PhaseTime("write", "Write", Duration.ofMillis(1200), image.length)), failure);
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	private static String text(Path image) throws BenchException {
		return new String(bytes(image), java.nio.charset.StandardCharsets.ISO_8859_1);
	}

	private static byte[] bytes(Path image) throws BenchException {
		try {
			return Files.readAllBytes(image);
		} catch (IOException e) {
			throw BenchException.failed("The image cannot be read").why(e).build();
		}
	}
}
