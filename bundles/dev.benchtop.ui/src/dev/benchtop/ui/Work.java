package dev.benchtop.ui;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** A task in the background with its progress in the window, cancellable, its error logged and shown once. */
public final class Work extends Job {

	private final CancelToken token = new CancelToken();
	private final Task task;
	private volatile BenchException failure;

	private Work(String title, Task task) {
		super(title);
		this.task = task;
		setUser(false);
	}

	/** Starts a task; {@code title} says what happens: {@code Switching rpi4 on}. From any thread. */
	public static Work start(String title, Task task) {
		final var work = new Work(title, task);
		work.schedule();
		return work;
	}

	/** Starts a task that the progress of the window does not show. */
	public static Work quietly(String title, Task task) {
		final var work = new Work(title, task);
		work.setSystem(true);
		work.schedule();
		return work;
	}

	/** Why it failed, once it has ended. */
	public Optional<BenchException> failure() {
		return Optional.ofNullable(failure);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			task.run(new MonitorProgress(getName(), monitor, token));
			return Status.OK_STATUS;
		} catch (BenchException e) {
			failure = e;
			if (e.isCancelled()) {
				return Status.CANCEL_STATUS;
			}
			Errors.show(e);
		} catch (RuntimeException e) {
			failure = BenchException.failed(getName()).why(e).build();
			Errors.show(failure);
		}
		return Status.OK_STATUS;
	}

	@Override
	protected void canceling() {
		token.cancel();
	}
}
