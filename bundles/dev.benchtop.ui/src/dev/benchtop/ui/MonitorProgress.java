package dev.benchtop.ui;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** A progress of the core on a monitor of the platform: each phase an equal share, ten words a second at most. */
final class MonitorProgress implements Progress {

	private static final int SHARE = 1000;
	private static final long PAUSE = 100_000_000L;

	private final IProgressMonitor monitor;
	private final CancelToken token;
	private String label;
	private long total = -1;
	private long done;
	private int shown;
	private long last;

	MonitorProgress(String title, IProgressMonitor monitor, CancelToken token) {
		this.monitor = monitor;
		this.token = token;
		this.label = title;
		monitor.setTaskName(title);
	}

	@Override
	public CancelToken token() {
		return token;
	}

	@Override
	public void plan(List<Phase> phases) {
		monitor.beginTask(label, phases.size() * SHARE);
	}

	@Override
	public void begin(Phase phase, long totalBytes) {
		finishPhase();
		label = phase.label();
		total = totalBytes;
		done = 0;
		shown = 0;
		monitor.subTask(label);
	}

	@Override
	public void total(long totalBytes) {
		total = totalBytes;
	}

	@Override
	public void advance(long bytes) {
		done += bytes;
		final long now = System.nanoTime();
		if (now - last < PAUSE) {
			return;
		}
		last = now;
		if (total > 0) {
			final int reached = (int) Math.min(SHARE, done * SHARE / total);
			monitor.worked(reached - shown);
			shown = reached;
		}
		monitor.subTask(label + ' ' + new ByteSize(done).display());
	}

	@Override
	public void message(String text) {
		monitor.subTask(text);
	}

	private void finishPhase() {
		if (total > 0 && shown < SHARE) {
			monitor.worked(SHARE - shown);
		}
	}
}
