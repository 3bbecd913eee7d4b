package dev.benchtop.ui.flash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.Party;

/**
 * One flash or dump of this window, with all that is known of it while it goes on and after. Thread-safe: the work reports to it as to a
 * {@link Progress}, the window asks it as often as it draws.
 */
public final class FlashTask implements Progress {

	/** What is to be done. */
	public sealed interface Order {

		/** The node of the flasher. */
		Node flasher();

		/** The name of the target. */
		String target();

		/** The image, or the file of a dump, as the user named it. */
		String label();
	}

	/** An image goes onto a target; {@code thenOn} switches the board on when it is there. */
	public record Flash(Node flasher, String target, FlashRequest request, boolean thenOn) implements Order {
		@Override
		public String label() {
			return request.label();
		}
	}

	/** The content of a target goes into a file, with a block map beside it where {@code map} says so. */
	public record Dump(Node flasher, String target, Path file, boolean map) implements Order {

		/** Without a block map. */
		public Dump(Node flasher, String target, Path file) {
			this(flasher, target, file, false);
		}

		@Override
		public String label() {
			return file.toString();
		}
	}

	/** How far a task is. */
	public enum Stage {
		WAITING, RUNNING, ENDED
	}

	/** One line of the log. */
	public record LogLine(Instant time, String text) {
	}

	private final Order order;
	private final CancelToken token = new CancelToken();
	private final Instant created = Instant.now();
	private final List<PhaseProgress> phases = new ArrayList<>();
	private final List<LogLine> log = new ArrayList<>();
	private final Throughput throughput = new Throughput();
	private Stage stage = Stage.WAITING;
	private PhaseProgress current;
	private Bottleneck bottleneck;
	private long began;
	private FlashReport report;
	private BenchException refusal;

	public FlashTask(Order order) {
		this.order = order;
	}

	public Order order() {
		return order;
	}

	/** When it was put into the queue. */
	public Instant created() {
		return created;
	}

	@Override
	public CancelToken token() {
		return token;
	}

	/** Does it; returns when it has ended, however that was. Off the UI thread. */
	void run(Flashing flashing) {
		synchronized (this) {
			stage = Stage.RUNNING;
			began = System.nanoTime();
		}
		try {
			token.check();
			end(switch (order) {
				case Flash flash -> flashing.flash(flash.flasher(), flash.request(), this);
				case Dump dump -> flashing.dump(dump.flasher(), new DumpRequest(dump.target(), dump.file(), dump.map()), this);
			}, null);
		} catch (BenchException e) {
			end(null, e);
		} catch (RuntimeException e) {
			end(null, BenchException.failed(Messages.FlashTask_failed).why(e).build());
		} finally {
			if (order instanceof Flash flash) {
				flash.request().member().ifPresent(Party.Member::close);
			}
		}
	}

	private synchronized void end(FlashReport ended, BenchException refused) {
		endPhase(ended != null && ended.succeeded());
		report = ended;
		refusal = refused;
		stage = Stage.ENDED;
		message(FlashWords.result(this));
	}

	@Override
	public synchronized void plan(List<Phase> planned) {
		planned.forEach(this::phase);
	}

	@Override
	public synchronized void begin(Phase phase, long totalBytes) {
		endPhase(true);
		current = phase(phase);
		current.begin(totalBytes);
		throughput.begin(System.nanoTime());
		bottleneck = null;
		message(phase.label());
	}

	@Override
	public synchronized void total(long totalBytes) {
		if (current != null) {
			current.total(totalBytes);
		}
	}

	@Override
	public synchronized void advance(long bytes) {
		if (current != null) {
			current.advance(bytes);
			throughput.add(bytes, System.nanoTime());
		}
	}

	@Override
	public synchronized void message(String text) {
		log.add(new LogLine(Instant.now(), text));
	}

	@Override
	public synchronized void bottleneck(Bottleneck now) {
		bottleneck = now;
	}

	public synchronized Stage stage() {
		return stage;
	}

	/** The phases in order, as they stand now. */
	public synchronized List<PhaseProgress> phases() {
		return phases.stream().map(PhaseProgress::new).toList();
	}

	/** The phase that runs. */
	public synchronized Optional<PhaseProgress> current() {
		return Optional.ofNullable(current).map(PhaseProgress::new);
	}

	/** What was said of it from line {@code from} on. */
	public synchronized List<LogLine> log(int from) {
		return List.copyOf(log.subList(Math.min(from, log.size()), log.size()));
	}

	public synchronized Optional<Bottleneck> bottleneck() {
		return Optional.ofNullable(bottleneck);
	}

	/** How fast it was, over time. */
	public synchronized List<Throughput.Sample> samples() {
		return throughput.samples(System.nanoTime());
	}

	/** Bytes a second over the last two seconds. */
	public synchronized double rate() {
		return throughput.rate(System.nanoTime());
	}

	/** How long it has run, or ran. */
	public synchronized Duration time() {
		return report != null ? report.time() : stage == Stage.RUNNING ? Duration.ofNanos(System.nanoTime() - began) : Duration.ZERO;
	}

	/** How long the running phase will take, where that can be told. */
	public synchronized Optional<Duration> left() {
		final double rate = rate();
		return current == null || current.total() < 0 || rate < 1 ? Optional.empty()
				: Optional.of(Duration.ofMillis((long) ((current.total() - current.done()) / rate * 1000)));
	}

	/** What came of it, where it began. */
	public synchronized Optional<FlashReport> report() {
		return Optional.ofNullable(report);
	}

	/** Why it did not succeed. */
	public synchronized Optional<BenchException> failure() {
		return Optional.ofNullable(refusal).or(() -> report().flatMap(FlashReport::failure));
	}

	/** Whether the target holds the image now, or the file what the target held, and nothing is left to do. */
	public synchronized boolean succeeded() {
		return report != null && report.succeeded();
	}

	private PhaseProgress phase(Phase phase) {
		return phases.stream().filter(known -> known.phase().id().equals(phase.id())).findFirst().orElseGet(() -> {
			final var added = new PhaseProgress(phase);
			phases.add(added);
			return added;
		});
	}

	private void endPhase(boolean well) {
		if (current != null) {
			current.end(well);
			current = null;
		}
	}
}
