package dev.benchtop.core.internal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Board.Kind;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.Finding.Severity;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.internal.config.Variables;
import dev.benchtop.core.internal.yaml.Near;

/** An open bench folder. */
public final class BenchModel implements Bench {

	private static final Comparator<Board> ORDER = Comparator.comparing(Board::name, String.CASE_INSENSITIVE_ORDER)
			.thenComparing(Board::name).thenComparing(Board::file);

	private static final String TRIAL = ".trial.yaml"; //$NON-NLS-1$

	private final Path folder;
	private final Surroundings surroundings;
	private final BenchEvents events = new BenchEvents();
	private final ThreadPoolExecutor background = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
			Thread.ofPlatform().name("Bench asks ", 0).daemon().factory(), new ThreadPoolExecutor.DiscardPolicy()); //$NON-NLS-1$
	private final Map<String, BoardLock> locks = new ConcurrentHashMap<>();
	private final ReentrantLock reading = new ReentrantLock();
	private final AtomicBoolean refreshDue = new AtomicBoolean();
	private final Subscription registry;
	private volatile List<BoardModel> boards = List.of();
	private volatile List<Finding> own = List.of();
	private volatile boolean trusted;
	private Optional<FolderWatcher> watcher = Optional.empty();
	private boolean closed;

	/** Opens a folder and reads it. */
	public BenchModel(Path folder, Surroundings surroundings, boolean watched) throws BenchException {
		if (!Files.isDirectory(folder)) {
			throw BenchException.usage(NLS.bind(Messages.notFolder, folder)).build();
		}
		this.folder = folder.toAbsolutePath().normalize();
		this.surroundings = surroundings;
		this.trusted = surroundings.trust().trusted(this.folder);
		this.registry = surroundings.registry().subscribe(this::refreshSoon);
		if (watched) {
			watcher = Optional.of(new FolderWatcher(this.folder, this::refresh));
		}
		refresh();
	}

	/** Takes over driver types that come or go, once for all that come together. */
	private void refreshSoon() {
		if (refreshDue.compareAndSet(false, true)) {
			events.run(() -> {
				refreshDue.set(false);
				refresh();
			});
		}
	}

	@Override
	public void refresh() {
		reading.lock();
		try {
			if (!closed) {
				take(read());
			}
		} finally {
			reading.unlock();
		}
	}

	private List<BoardSpec> read() {
		try (var files = Files.list(folder)) {
			final List<BoardSpec> specs = new ArrayList<>();
			final List<Finding> leftOut = new ArrayList<>();
			files.filter(BenchModel::isBenchFile).sorted().forEach(file -> new BoardReader(file, surroundings.registry(), surroundings.variables()).read()
					.ifPresentOrElse(specs::add, () -> leftOut.add(new Finding(Severity.WARNING, file, 0, "", Messages.foreignFile)))); //$NON-NLS-1$
			own = List.copyOf(leftOut);
			return specs;
		} catch (IOException e) {
			return unreadable(e);
		} catch (UncheckedIOException e) {
			return unreadable(e.getCause()); // from the middle of the folder
		}
	}

	private List<BoardSpec> unreadable(IOException why) {
		own = List.of(new Finding(Severity.ERROR, folder, 0, "", NLS.bind(Messages.folderUnreadable, why.getMessage()))); //$NON-NLS-1$
		return List.of();
	}

	static boolean isBenchFile(Path file) {
		final String name = file.getFileName().toString();
		return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && !Files.isDirectory(file); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** Keeps the boards whose files say what they said; gives up the others and makes new ones. */
	private void take(List<BoardSpec> specs) {
		final Map<Path, BoardModel> before = new LinkedHashMap<>();
		boards.forEach(board -> before.put(board.file(), board));
		final List<BoardModel> now = new ArrayList<>();
		boolean changed = false;
		for (final var spec : specs) {
			final var kept = Optional.ofNullable(before.get(spec.file())).filter(board -> board.says(spec));
			kept.ifPresent(board -> before.remove(spec.file()));
			changed |= kept.isEmpty();
			now.add(kept.orElseGet(() -> new BoardModel(this, spec)));
		}
		changed |= findRivals(now);
		before.values().forEach(BoardModel::retire);
		now.sort(ORDER);
		boards = List.copyOf(now);
		if (changed || !before.isEmpty()) {
			publish(new BenchEvent.BoardsChanged());
		}
	}

	/** Of several boards of one name the one whose file is called so has it, else the first. */
	private static boolean findRivals(List<BoardModel> all) {
		final Map<String, BoardModel> owners = new HashMap<>();
		for (final var board : all) {
			owners.merge(board.name(), board, (one, other) -> Names.ofFile(other.file()).equals(other.name()) ? other : one);
		}
		boolean changed = false;
		for (final var board : all) {
			final var owner = owners.get(board.name());
			changed |= board.rivals(owner == board ? List.of() : List.of(new Finding(Severity.ERROR, board.file(), 0, "metadata.name", //$NON-NLS-1$
					NLS.bind(Messages.duplicateName, board.name(), owner.file().getFileName()))));
		}
		return changed;
	}

	void publish(BenchEvent event) {
		events.publish(event);
	}

	void requireTrust() throws BenchException {
		if (!trusted()) {
			throw BenchException.usage(Messages.notTrusted).where(folder.toString()).next(NLS.bind(Messages.trustIt, folder)).build();
		}
	}

	BoardLock lock(String board) {
		return locks.computeIfAbsent(board, name -> BoardLocks.of(places().state(folder, name)));
	}

	/** Where drivers are asked what may take a while; nothing more is taken once the bench is closed. */
	Executor background() {
		return background;
	}

	Places places() {
		return surroundings.places();
	}

	DriverRegistry types() {
		return surroundings.registry();
	}

	Variables variables() {
		return surroundings.variables();
	}

	@Override
	public Path folder() {
		return folder;
	}

	@Override
	public Path stateFolder() {
		return places().state(folder);
	}

	@Override
	public List<Board> boards() {
		return of(Kind.BOARD).toList();
	}

	@Override
	public List<Board> storages() {
		return of(Kind.STORAGE).toList();
	}

	private Stream<Board> of(Kind kind) {
		return boards.stream().filter(board -> board.kind() == kind).map(board -> board);
	}

	@Override
	public Board board(String name) throws BenchException {
		return findBoard(name).orElseThrow(() -> BenchException
				.usage(NLS.bind(Messages.noBoard, name, Near.hint(name, boards.stream().map(Board::name).distinct().toList())))
				.where(folder.toString()).build());
	}

	@Override
	public Optional<Board> findBoard(String name) {
		return boards.stream().filter(board -> board.name().equals(name) && board.ownsName()).findFirst().map(board -> board);
	}

	@Override
	public Trial trial(String text) {
		final var spec = new BoardReader(folder.resolve(TRIAL), surroundings.registry(), surroundings.variables()).read(text);
		final var board = BoardModel.trial(this, spec);
		return new Trial() {
			@Override
			public Board board() {
				return board;
			}

			@Override
			public void close() {
				board.close();
			}
		};
	}

	@Override
	public List<Finding> findings() {
		return Stream.concat(own.stream(), boards.stream().sorted(Comparator.comparing(Board::file)).flatMap(board -> board.findings().stream())).toList();
	}

	@Override
	public boolean trusted() {
		return trusted || (trusted = surroundings.trust().trusted(folder));
	}

	@Override
	public void trust() throws BenchException {
		surroundings.trust().trust(folder);
		trusted = true;
		publish(new BenchEvent.TrustChanged(true));
	}

	@Override
	public Subscription subscribe(Consumer<BenchEvent> listener) {
		return events.subscribe(listener);
	}

	@Override
	public void close() {
		registry.close();
		watcher.ifPresent(FolderWatcher::close);
		reading.lock();
		try {
			closed = true;
			boards.forEach(BoardModel::close);
		} finally {
			reading.unlock();
		}
		background.shutdown();
		events.close();
	}
}
