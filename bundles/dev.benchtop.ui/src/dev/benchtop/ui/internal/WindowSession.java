package dev.benchtop.ui.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.power.PowerWatch;

/** Holds the bench of the window and makes the drivers of its boards in the background, so that their states show. */
@Component
public final class WindowSession implements BenchSession {

	private final Benches benches;
	private final List<Consumer<BenchEvent>> listeners = new CopyOnWriteArrayList<>();
	private final UiNotifier notifier = new UiNotifier();
	private volatile Bench bench;
	private volatile Subscription subscription;
	private Optional<PowerWatch> watch = Optional.empty();
	private volatile List<?> selection = List.of();

	@Activate
	public WindowSession(@Reference Benches benches) {
		this.benches = benches;
	}

	@Deactivate
	synchronized void deactivate() {
		watch.ifPresent(PowerWatch::close);
		if (bench != null) {
			bench.close();
		}
	}

	@Override
	public Optional<Bench> bench() {
		return Optional.ofNullable(bench);
	}

	@Override
	public void open(Path folder) {
		Work.start(NLS.bind(Messages.WindowSession_opening, folder.getFileName()), _ -> replace(benches.open(folder, Benches.Mode.WATCHED)));
	}

	@Override
	public void close() {
		Work.quietly(Messages.WindowSession_closing, _ -> replace(null));
	}

	@Override
	public List<Path> recent() {
		return benches.recent().stream().filter(Files::isDirectory).toList();
	}

	@Override
	public List<Object> selection() {
		final Bench now = bench;
		return now == null ? List.of() : selection.stream().<Object>mapMulti((selected, out) -> current(now, selected).ifPresent(out)).toList();
	}

	@Override
	public void select(List<?> boardsAndNodes) {
		selection = List.copyOf(boardsAndNodes);
		notifier.changed();
	}

	@Override
	public Subscription onChange(Runnable listener) {
		return notifier.subscribe(listener);
	}

	@Override
	public Subscription subscribe(Consumer<BenchEvent> listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	private synchronized void replace(Bench next) {
		final Bench old = bench;
		if (subscription != null) {
			subscription.close();
		}
		bench = next;
		selection = List.of();
		subscription = next == null ? null : next.subscribe(this::heard);
		watch.ifPresent(PowerWatch::close);
		watch = Optional.ofNullable(next).map(PowerWatch::new);
		if (old != null) {
			old.close();
		}
		heard(new BenchEvent.BoardsChanged());
	}

	private void heard(BenchEvent event) {
		if (!(event instanceof BenchEvent.StateChanged)) {
			openBoards();
		}
		listeners.forEach(listener -> listener.accept(event));
		notifier.changed();
	}

	private void openBoards() {
		final Bench now = bench;
		if (now != null && now.trusted()) {
			now.boards().stream().filter(Board::usable)
					.forEach(board -> Work.quietly(NLS.bind(Messages.WindowSession_openingBoard, board.name()), _ -> open(board)));
		}
	}

	private void open(Board board) {
		try {
			board.open();
		} catch (BenchException _) {
			notifier.changed(); // the board's own state shows it
		}
	}

	private static Optional<?> current(Bench bench, Object selected) {
		return switch (selected) {
			case Board board -> bench.findBoard(board.name());
			case Node node -> bench.findBoard(node.board().name()).flatMap(board -> board.node(node.path()));
			default -> Optional.empty();
		};
	}
}
