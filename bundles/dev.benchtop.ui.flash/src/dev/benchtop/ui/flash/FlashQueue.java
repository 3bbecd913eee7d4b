package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.Party;
import dev.benchtop.ui.flash.FlashTask.Stage;

/** All flashes and dumps of this window: one at a time on a board, boards side by side. */
@Component(service = FlashQueue.class)
public final class FlashQueue {

	private final Flashing flashing;
	private final List<FlashTask> tasks = new ArrayList<>();
	private final List<Consumer<FlashTask>> listeners = new CopyOnWriteArrayList<>();

	@Activate
	public FlashQueue(@Reference Flashing flashing) {
		this.flashing = flashing;
	}

	/** What keeps the journals. */
	public Flashing flashing() {
		return flashing;
	}

	/** Puts an order into the queue; it starts as soon as its board is free. From any thread. */
	public FlashTask add(FlashTask.Order order) {
		final FlashTask task;
		synchronized (tasks) {
			task = new FlashTask(isBusy(order.flasher().board().name()) ? alone(order) : order);
			tasks.addFirst(task);
		}
		if (task.order() instanceof FlashTask.Flash flash) {
			flash.request().member().ifPresent(member -> leaveWhereCancelled(task, member));
		}
		final var job = new TaskJob(task);
		job.schedule();
		changed(task);
		return task;
	}

	private boolean isBusy(String board) {
		return tasks.stream().anyMatch(task -> task.stage() != Stage.ENDED && task.order().flasher().board().name().equals(board));
	}

	/** Who has to wait for the board is flashed alone afterwards, so that the others of the party do not wait too. */
	static FlashTask.Order alone(FlashTask.Order order) {
		if (order instanceof FlashTask.Flash flash && flash.request().member().isPresent()) {
			flash.request().member().get().close();
			return new FlashTask.Flash(flash.flasher(), flash.target(), flash.request().alone(), flash.thenOn());
		}
		return order;
	}

	/** One that is cancelled while its board is not free yet keeps nobody waiting who is flashed together with it. */
	private static void leaveWhereCancelled(FlashTask task, Party.Member member) {
		task.token().onCancel(() -> {
			if (task.stage() == Stage.WAITING) {
				member.close();
			}
		});
	}

	/** Newest first. */
	public List<FlashTask> tasks() {
		synchronized (tasks) {
			return List.copyOf(tasks);
		}
	}

	/** Tasks that wait or run. */
	public List<FlashTask> active() {
		return tasks().stream().filter(task -> task.stage() != Stage.ENDED).toList();
	}

	/** The task that runs on a board. */
	public Optional<FlashTask> running(Board board) {
		return tasks().stream().filter(task -> task.stage() == Stage.RUNNING && task.order().flasher().board() == board).findFirst();
	}

	/** Hears of every task that came, started or ended, on any thread; what comes back ends it. */
	public Runnable onChange(Consumer<FlashTask> listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	private void changed(FlashTask task) {
		listeners.forEach(listener -> listener.accept(task));
	}

	/** One at a time for each name of a board. */
	private record BoardRule(String board) implements ISchedulingRule {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return equals(rule);
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return equals(rule);
		}
	}

	private final class TaskJob extends Job {
		private final FlashTask task;

		TaskJob(FlashTask task) {
			super(task.order().label());
			this.task = task;
			setSystem(true);
			setRule(new BoardRule(task.order().flasher().board().name()));
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			changed(task);
			task.run(flashing);
			changed(task);
			return Status.OK_STATUS;
		}

		@Override
		protected void canceling() {
			task.token().cancel();
		}
	}
}
