package dev.benchtop.qemu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;

/** A long command of QEMU's, which it goes on with by itself. */
final class Job {

	/** QEMU may be busy with the job alone and answer nothing until it is done. */
	private static final Duration ANSWER = Duration.ofMinutes(10);
	private static final Duration STEP = Duration.ofMillis(50);

	private Job() {
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
	 * Does it, and returns when it is done.
	 *
	 * @throws BenchException with QEMU's words if it fails
	 */
	static void run(Run run, String command, Map<String, Object> arguments, Phase phase, Progress progress) throws BenchException {
		final String id = "job-" + UUID.randomUUID().toString().substring(0, 8); //$NON-NLS-1$
		final var all = new LinkedHashMap<>(arguments);
		all.put("job-id", id); //$NON-NLS-1$
		progress.begin(phase, -1);
		Control.execute(run, command, all, ANSWER);
		long done = 0;
		JsonObject job = find(run, id);
		while (!job.get("status").getAsString().equals("concluded")) { //$NON-NLS-1$ //$NON-NLS-2$
			progress.total(Math.max(1, job.get("total-progress").getAsLong())); //$NON-NLS-1$
			progress.advance(job.get("current-progress").getAsLong() - done); //$NON-NLS-1$
			done = job.get("current-progress").getAsLong(); //$NON-NLS-1$
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP.toMillis()));
			job = find(run, id);
		}
		Control.execute(run, "job-dismiss", Map.of("id", id), ANSWER); //$NON-NLS-1$ //$NON-NLS-2$
		if (job.has("error")) { //$NON-NLS-1$
			throw BenchException.failed(Messages.Control_failed).why(job.get("error").getAsString()).build(); //$NON-NLS-1$
		}
	}

	private static JsonObject find(Run run, String id) throws BenchException {
		for (final JsonElement job : Control.execute(run, "query-jobs", Map.of(), ANSWER).getAsJsonArray()) { //$NON-NLS-1$
			if (job.getAsJsonObject().get("id").getAsString().equals(id)) { //$NON-NLS-1$
				return job.getAsJsonObject();
			}
		}
		throw BenchException.failed(Messages.Job_lost).build();
	}
}
