package dev.benchtop.core.storage;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.core.storage.TransferQueue.State;

/** One item of a queue, with what is needed to run it. Guarded by the queue's lock, but for {@link #run} and {@link #discard}. */
final class QueuedTransfer {

	private final long id;
	private final String from;
	private final String to;
	private final TransferOptions options;
	private final Speed speed = new Speed();
	/** Whoever has it works with what is kept for resuming. */
	private final ReentrantLock kept = new ReentrantLock();
	private Optional<Location> source;
	private Optional<Location> target;
	private State state;
	private State wanted;
	private long bytes;
	private long total;
	private String message;
	private CancelToken token = new CancelToken();

	/** A new one. */
	QueuedTransfer(long id, Location from, Location to, TransferOptions options) {
		this(new Item(id, from.text(), to.text(), options, State.QUEUED, 0, -1, 0, ""), Optional.of(from), Optional.of(to)); //$NON-NLS-1$
	}

	/** One that was saved. What ran then is queued again; a URL whose secrets were not saved cannot be. */
	QueuedTransfer(Item saved) {
		this(saved, Optional.empty(), Optional.empty());
		if (state == State.RUNNING) {
			state = State.QUEUED;
		}
		if (!state.ended() && (isPartial(from) || isPartial(to))) {
			state = State.FAILED;
			message = Messages.TransferQueue_secretNotKept;
		}
	}

	private QueuedTransfer(Item item, Optional<Location> source, Optional<Location> target) {
		this.id = item.id();
		this.from = item.from();
		this.to = item.to();
		this.options = item.options();
		this.state = item.state();
		this.wanted = item.state();
		this.bytes = item.bytes();
		this.total = item.total();
		this.message = item.message();
		this.source = source;
		this.target = target;
	}

	/** Whether a text is a URL from which something was taken. */
	private static boolean isPartial(String text) {
		return Urls.isUrl(text) && text.endsWith("?\u2026"); //$NON-NLS-1$
	}

	long id() {
		return id;
	}

	State state() {
		return state;
	}

	/** How it will stand in a moment: what runs may have been told to stop. */
	State aim() {
		return state == State.RUNNING ? wanted : state;
	}

	Item item() {
		return new Item(id, from, to, options, aim(), bytes, total, state == State.RUNNING ? speed.perSecond() : 0, message);
	}

	/** Lets it have its turn, when that comes. */
	void queue() {
		stop(State.QUEUED);
		message = ""; //$NON-NLS-1$
	}

	/** Stands so from now on; one that runs is stopped first, and stands so when it has ended. */
	void stop(State then) {
		wanted = then;
		if (state != State.RUNNING) {
			state = then;
		}
	}

	/** What stops it; to be cancelled without the queue's lock. */
	CancelToken token() {
		return token;
	}

	void begin() {
		state = State.RUNNING;
		wanted = State.RUNNING;
		token = new CancelToken();
		bytes = 0;
		total = -1;
	}

	void total(long known) {
		total = known;
	}

	void advance(long count) {
		bytes += count;
		speed.sample(System.nanoTime(), bytes);
	}

	void message(String text) {
		message = text;
	}

	/** Transfers. */
	TransferReport run(TransferQueue.Finder finder, Progress progress) throws BenchException {
		kept.lock();
		try {
			source = Optional.of(source.isPresent() ? source.get() : finder.find(from));
			target = Optional.of(target.isPresent() ? target.get() : finder.find(to));
			return new Transfer(source.get(), target.get(), options).run(progress);
		} finally {
			kept.unlock();
		}
	}

	void end(TransferReport report) {
		state = report.success() ? State.DONE : State.FAILED;
		message = report.success() ? String.join("\n", report.notes()) : words(report); //$NON-NLS-1$
	}

	private static String words(TransferReport report) {
		final String first = report.failures().getFirst().reason().getMessage();
		return report.failures().size() == 1 ? first : NLS.bind(Messages.TransferQueue_andMore, first, report.failures().size() - 1);
	}

	void fail(BenchException failure) {
		if (failure.isCancelled()) {
			state = wanted == State.RUNNING ? State.CANCELLED : wanted;
		} else {
			state = State.FAILED;
			message = failure.getMessage();
		}
	}

	/** Takes away what is kept for resuming it, unless it runs again already. */
	void discard() {
		if (LocalText.isLocal(to) && kept.tryLock()) {
			try {
				Transfer.discard(Location.of(Path.of(to)));
			} catch (IOException e) {
				System.getLogger(getClass().getName()).log(Level.WARNING, to, e);
			} finally {
				kept.unlock();
			}
		}
	}
}
