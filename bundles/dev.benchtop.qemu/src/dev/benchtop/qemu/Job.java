package dev.benchtop.qemu;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;

/**
 * A long command of QEMU's, which it goes on with by itself. Mostly QEMU is busy with nothing else meanwhile and answers to nobody: a
 * cancellation is asked for as soon as it listens, which may be when all is done.
 */
final class Job {

	/** How long QEMU may be busy. */
	private static final Duration ANSWER = Duration.ofMinutes(10);
	private static final Duration STEP = Duration.ofMillis(50);

	private final Run run;
	private final Traffic traffic;
	private final Progress progress;
	private final String patience;
	private final String id = "job-" + UUID.randomUUID().toString().substring(0, 8); //$NON-NLS-1$
	private final long before;
	private long done;
	private boolean told;

	private Job(Run run, Traffic traffic, Progress progress, String patience) {
		this.run = run;
		this.traffic = traffic;
		this.progress = progress;
		this.patience = patience;
		this.before = traffic.of(run);
	}

	/** The arguments for a snapshot in these nodes, of which the first holds the memory. */
	static Map<String, Object> snapshot(String tag, List<String> nodes, boolean memory) {
		final var arguments = new LinkedHashMap<String, Object>();
		arguments.put("tag", tag); //$NON-NLS-1$
		arguments.put("devices", new ArrayList<>(nodes)); //$NON-NLS-1$
		if (memory) {
			arguments.put("vmstate", nodes.getFirst()); //$NON-NLS-1$
		}
		return arguments;
	}

	/**
	 * Does it, and returns when it is done: in spite of a cancellation where QEMU could not leave off any more.
	 *
	 * @param phase what it is called
	 * @param total how much QEMU reads or writes for it, in bytes; -1 where that is not known
	 * @param traffic which of both tells how far it is
	 * @param patience told to who cancels and has to wait
	 * @throws BenchException with QEMU's words if it fails, or cancelled where QEMU left off
	 */
	static void run(Run run, String command, Map<String, Object> arguments, Phase phase, long total, Traffic traffic, Progress progress, String patience)
			throws BenchException {
		progress.token().check();
		progress.begin(phase, total);
		new Job(run, traffic, progress, patience).run(command, arguments);
	}

	private void run(String command, Map<String, Object> arguments) throws BenchException {
		final var all = new LinkedHashMap<>(arguments);
		all.put("job-id", id); //$NON-NLS-1$
		try (var qmp = Qmp.connect(run.commands(), _ -> { })) {
			qmp.awaitReady(ANSWER);
			answer(qmp, command, all);
			JsonObject job = find(qmp);
			boolean asked = false;
			while (!job.get("status").getAsString().equals("concluded")) { //$NON-NLS-1$ //$NON-NLS-2$
				if (!asked && progress.token().isCancelled()) {
					asked = true;
					cancel(qmp);
				}
				step();
				job = find(qmp);
			}
			answer(qmp, "job-dismiss", Map.of("id", id)); //$NON-NLS-1$ //$NON-NLS-2$
			if (job.has("error")) { //$NON-NLS-1$
				if (asked) {
					throw BenchException.cancelled();
				}
				throw BenchException.failed(Messages.Control_failed).why(job.get("error").getAsString()).build(); //$NON-NLS-1$
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.Control_failed).why(e).build();
		}
	}

	/** Waits for an answer as long as it takes, and shows how far QEMU is. */
	private JsonElement answer(Qmp qmp, String command, Map<String, ?> arguments) throws IOException {
		tellOnce();
		final CompletableFuture<JsonElement> reply = qmp.send(command, arguments);
		final long end = System.nanoTime() + ANSWER.toNanos();
		while (!reply.isDone() && System.nanoTime() < end) {
			step();
		}
		return Qmp.await(reply, STEP, command);
	}

	private void step() {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP.toMillis()));
		final long now = traffic.of(run) - before;
		if (now > done) {
			progress.advance(now - done);
			done = now;
		}
		tellOnce();
	}

	private void tellOnce() {
		if (!told && progress.token().isCancelled()) {
			told = true;
			progress.message(patience);
		}
	}

	/** QEMU refuses where it cannot leave off any more, and goes on to the end. */
	private void cancel(Qmp qmp) {
		try {
			answer(qmp, "job-cancel", Map.of("id", id)); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IOException e) {
			System.getLogger(Job.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e);
		}
	}

	private JsonObject find(Qmp qmp) throws BenchException, IOException {
		for (final JsonElement job : answer(qmp, "query-jobs", Map.of()).getAsJsonArray()) { //$NON-NLS-1$
			if (job.getAsJsonObject().get("id").getAsString().equals(id)) { //$NON-NLS-1$
				return job.getAsJsonObject();
			}
		}
		throw BenchException.failed(Messages.Job_lost).build();
	}
}
