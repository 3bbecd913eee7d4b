package dev.benchtop.ui.internal.boards;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** A verb on several nodes at once: each goes on by itself, and where any failed, one dialog tells of all of them in the end. */
final class VerbTogether {

	private final List<NodeVerb> verbs;
	private final Map<String, Object> values;
	private final Map<NodeVerb, BenchException> failures = new ConcurrentHashMap<>();
	private final AtomicInteger running;

	VerbTogether(List<NodeVerb> verbs, Map<String, Object> values) {
		this.verbs = verbs;
		this.values = values;
		this.running = new AtomicInteger(verbs.size());
	}

	void start() {
		verbs.forEach(each -> Work.start(VerbRunner.title(each), progress -> run(each, progress)));
	}

	private void run(NodeVerb each, Progress progress) throws BenchException {
		try {
			VerbRunner.run(each, values, progress);
		} catch (BenchException e) {
			failures.put(each, e);
			if (e.isCancelled()) {
				throw e;
			}
			ILog.of(VerbTogether.class).error(e.getMessage(), e);
		} catch (RuntimeException e) {
			failures.put(each, BenchException.failed(VerbRunner.title(each)).why(e).build());
			ILog.of(VerbTogether.class).error(each.toString(), e);
		} finally {
			if (running.decrementAndGet() == 0) {
				tell();
			}
		}
	}

	private void tell() {
		if (failures.values().stream().anyMatch(failure -> !failure.isCancelled()) && PlatformUI.isWorkbenchRunning()) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> new TogetherDialog(Errors.shell(), verbs, Map.copyOf(failures)).open());
		}
	}
}
