package dev.benchtop.ui.storage;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.bench.Bench.Subscription;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The transfers of the bench: what runs, what waits, what came of those before. */
public final class TransfersView {

	/** The id of the view. */
	public static final String ID = "dev.benchtop.ui.storage.transfers"; //$NON-NLS-1$

	private static final int FRAME = 200;

	private final StorageRoom room;
	private final AtomicBoolean due = new AtomicBoolean();
	private Display display;
	private TransferTable table;
	private Subscription subscription;

	@Inject
	TransfersView(StorageRoom room) {
		this.room = room;
	}

	@PostConstruct
	void create(Composite parent) {
		display = parent.getDisplay();
		parent.setLayout(new FillLayout());
		table = new TransferTable(parent, room.transfers());
		subscription = room.transfers().subscribe(this::changed);
		room.transfers().follow();
		table.update();
	}

	/** Many changes make one frame. */
	private void changed() {
		if (due.compareAndSet(false, true) && !display.isDisposed()) {
			display.asyncExec(() -> display.timerExec(FRAME, this::update));
		}
	}

	private void update() {
		due.set(false);
		if (!table.isDisposed()) {
			table.update();
		}
	}

	@Focus
	void focus() {
		table.setFocus();
	}

	@PreDestroy
	void dispose() {
		subscription.close();
	}
}
