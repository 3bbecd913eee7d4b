package dev.benchtop.ui.console;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.console.log.LogPane;
import dev.benchtop.ui.console.log.TimeStyle;
import dev.benchtop.ui.console.terminal.TerminalPane;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** A tab that shows one console. Its secondary id says which; closing it loses nothing of what the board says. */
public final class ConsoleView {

	/** The id of the view; the secondary id is {@code BOARD/NODE}. */
	public static final String ID = "dev.benchtop.ui.console.view"; //$NON-NLS-1$

	private final BenchSession session;
	private final MPart part;
	private final ConsoleAddress address;
	private final ConsoleConnection connection = new ConsoleConnection(new Tab());
	private final ConsoleNotices notices = new ConsoleNotices(connection::retry);
	/** The first key asks the other processes of this machine for the keyboard, which may take a moment. */
	private final ExecutorService keyboard = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("console keyboard").factory()); //$NON-NLS-1$
	private Display display;
	private ConsoleBar bar;
	private ConsoleTools tools;
	private SashForm split;
	private LogPane log;
	private TerminalPane pane;
	private Optional<Path> logShown = Optional.empty();
	private Bench.Subscription subscription;

	@Inject
	ConsoleView(BenchSession session, MPart part) {
		this.session = session;
		this.part = part;
		final String id = part.getElementId();
		this.address = ConsoleAddress.parse(id.substring(id.indexOf(':') + 1));
	}

	@PostConstruct
	void create(Composite parent) {
		display = parent.getDisplay();
		final String nodeName = address.node().substring(address.node().lastIndexOf('.') + 1);
		part.setLabel(NLS.bind(Messages.ConsoleView_title, address.board(), nodeName));
		part.setTooltip(address.toString());
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new ConsoleBar(parent);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		split = new SashForm(parent, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(split);
		log = new LogPane(split, () -> showLogPane(false));
		final var screen = new Composite(split, SWT.NONE);
		screen.setLayout(new FillLayout());
		split.setMaximizedControl(screen);
		pane = new TerminalPane(screen, this::typed, this::answered);
		final var menu = new ConsoleMenu(this, pane);
		menu.attach();
		tools = new ConsoleTools(bar, this, menu);
		Shortcuts.install(parent, this, menu);
		subscription = session.onChange(this::update);
		update();
	}

	@Focus
	void focus() {
		pane.setFocus();
	}

	@PreDestroy
	void dispose() {
		subscription.close();
		connection.close();
		keyboard.shutdown();
	}

	TerminalPane pane() {
		return pane;
	}

	/** Empties the terminal, and what a new tab would be shown; the log stays. */
	void clear() {
		pane.clear();
		connection.console().ifPresent(Console::clear);
	}

	/** Opens the log in the program that the desktop has for it. */
	void showLog() {
		launch(Function.identity());
	}

	/** Opens the folder of the log in the desktop's file manager. */
	void showLogFolder() {
		launch(Path::getParent);
	}

	private void launch(Function<Path, Path> which) {
		logFile().map(which).ifPresent(file -> {
			if (!Program.launch(file.toString())) {
				bar.show(new Notice(Level.WARNING, NLS.bind(Messages.ConsoleView_noProgram, file)));
			}
		});
	}

	/** The file of the log, once the console is there. */
	Optional<Path> logFile() {
		return connection.console().map(Console::log);
	}

	boolean hasLog() {
		return logFile().isPresent();
	}

	boolean logPaneShown() {
		return split.getMaximizedControl() == null;
	}

	/** Shows the log above the terminal, or hides it. */
	void showLogPane(boolean shown) {
		if (shown && !hasLog()) {
			return;
		}
		split.setMaximizedControl(shown ? null : split.getChildren()[1]);
		if (shown && !logShown.equals(logFile())) {
			logShown = logFile();
			log.show(logShown.orElseThrow());
		}
		log.rest(!shown);
		tools.refresh();
		if (shown) {
			log.setFocus();
		} else {
			pane.setFocus();
		}
	}

	void find() {
		showLogPane(true);
		if (logPaneShown()) {
			log.find();
		}
	}

	TimeStyle times() {
		return log.times();
	}

	/** Shows the times of the lines in the log; where it was hidden, it is shown. */
	void times(TimeStyle style) {
		log.times(style);
		if (style != TimeStyle.OFF) {
			showLogPane(true);
		}
	}

	void nextTimes() {
		times(ConsoleTools.after(log.times()));
	}

	boolean hex() {
		return log.hex() && logPaneShown();
	}

	/** Shows the bytes beside the log; where it was hidden, it is shown. */
	void hex(boolean shown) {
		log.hex(shown);
		if (shown) {
			showLogPane(true);
		}
		tools.refresh();
	}

	boolean scrollLock() {
		return pane.scrollLock();
	}

	/** Terminal and log stay where they are, or follow the end again. */
	void scrollLock(boolean locked) {
		pane.scrollLock(locked);
		log.follow(!locked);
		tools.refresh();
	}

	private void update() {
		if (bar.isDisposed()) {
			return;
		}
		connection.follow(session.bench().filter(Bench::trusted).flatMap(this::node));
		bar.show(notice());
		if (logPaneShown() && hasLog() && !logShown.equals(logFile())) {
			showLogPane(true);
		}
		tools.refresh();
	}

	private Notice notice() {
		final Optional<Bench> bench = session.bench();
		if (bench.isEmpty()) {
			return notices.waiting();
		}
		if (!bench.get().trusted()) {
			return notices.untrusted();
		}
		final Optional<Node> node = node(bench.get());
		if (node.isEmpty()) {
			return notices.missing(address);
		}
		return connection.console().filter(this::saysHowItStands).map(console -> notices.of(node.get(), console))
				.or(() -> connection.failure().map(notices::failed)).orElseGet(notices::waiting);
	}

	/** What kept the line from being opened is old news as soon as the line itself says how it stands. */
	private boolean saysHowItStands(Console console) {
		final var state = console.state();
		return connection.failure().isEmpty() || state.line() != Line.CLOSED || state.reason().isPresent();
	}

	private Optional<Node> node(Bench bench) {
		return bench.findBoard(address.board()).flatMap(board -> board.node(address.node())).filter(node -> node.offers(Console.class));
	}

	private void typed(byte[] bytes) {
		connection.console().ifPresent(console -> keyboard.execute(() -> {
			try {
				console.write(bytes);
			} catch (BenchException _) {
				refused();
			}
		}));
	}

	/** The bar says why nothing can be typed. */
	private void refused() {
		display.asyncExec(() -> {
			if (!bar.isDisposed()) {
				display.beep();
				update();
			}
		});
	}

	private void answered(byte[] bytes) {
		final Optional<Console> console = connection.console();
		if (connection.live() && console.isPresent() && console.get().state().script().isEmpty() && console.get().heldBy().isEmpty()) {
			try {
				console.get().write(bytes);
			} catch (BenchException _) {
				display.asyncExec(this::update);
			}
		}
	}

	/** What the connection tells, handed to the UI thread where it touches widgets. */
	private final class Tab implements ConsoleConnection.Tab {

		@Override
		public void show(byte[] bytes) {
			pane.feed(Arrays.copyOf(bytes, bytes.length));
		}

		@Override
		public void reset() {
			if (!display.isDisposed()) {
				display.syncExec(() -> {
					if (!bar.isDisposed()) {
						pane.clear();
					}
				});
			}
		}

		@Override
		public void changed() {
			onUi(ConsoleView.this::update);
		}

		private void onUi(Runnable action) {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!bar.isDisposed()) {
						action.run();
					}
				});
			}
		}
	}
}
