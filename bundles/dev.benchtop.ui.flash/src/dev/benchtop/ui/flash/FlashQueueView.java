package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.JournalEntry;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.flash.FlashTask.Stage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** All flashes and dumps: those of this window, live, and those of the past by their journals. */
public final class FlashQueueView {

	/** The id of the view. */
	public static final String ID = "dev.benchtop.ui.flash.queue"; //$NON-NLS-1$

	private static final int FRAME = 250;

	private final FlashRoom room;
	private Display display;
	private FlashTable table;
	private Runnable unsubscribe;
	private Bench.Subscription subscription;
	private Bench read;
	private List<JournalEntry> history = List.of();
	private boolean ticking;

	@Inject
	FlashQueueView(FlashRoom room) {
		this.room = room;
	}

	@PostConstruct
	void create(Composite parent) {
		display = parent.getDisplay();
		parent.setLayout(new FillLayout());
		table = new FlashTable(parent, room);
		unsubscribe = room.queue().onChange(_ -> display.asyncExec(this::fill));
		subscription = room.session().onChange(this::benchChanged);
		benchChanged();
		fill();
	}

	@Focus
	void focus() {
		table.setFocus();
	}

	@PreDestroy
	void dispose() {
		unsubscribe.run();
		subscription.close();
	}

	private void benchChanged() {
		final Bench bench = room.session().bench().orElse(null);
		if (bench == read) {
			return;
		}
		read = bench;
		history = List.of();
		fill();
		if (bench != null) {
			final Flashing flashing = room.queue().flashing();
			Work.quietly(Messages.FlashQueueView_reading, _ -> {
				final var past = History.beforeThisWindow(flashing, bench);
				display.asyncExec(() -> {
					if (bench == read) {
						history = past;
						fill();
					}
				});
			});
		}
	}

	private void fill() {
		if (table.isDisposed()) {
			return;
		}
		final List<Object> rows = new ArrayList<>(room.queue().tasks());
		rows.addAll(history);
		table.show(rows);
		tick();
	}

	private void tick() {
		if (!ticking && room.queue().tasks().stream().anyMatch(task -> task.stage() != Stage.ENDED)) {
			ticking = true;
			display.timerExec(FRAME, () -> {
				ticking = false;
				if (!table.isDisposed()) {
					table.updateRunning();
					tick();
				}
			});
		}
	}
}
