package dev.benchtop.ui.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.modem.Protocol;
import dev.benchtop.core.console.modem.ZmodemCall;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.console.book.Macro;
import dev.benchtop.ui.console.book.Trigger;
import dev.benchtop.ui.console.terminal.TerminalPane;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** A tab that shows one console. Its secondary id says which; closing it loses nothing of what the board says. */
public final class ConsoleView {

	/** The id of the view; the secondary id is {@code BOARD/NODE}. */
	public static final String ID = "dev.benchtop.ui.console.view"; //$NON-NLS-1$

	/** The icon of what the board calls for. */
	private static final String TRANSFER = "file"; //$NON-NLS-1$

	private final BenchSession session;
	private final MPart part;
	private final LooseConsoles ports;
	private final ConsoleAddress address;
	private final LineSettings settings;
	private final ConsoleConnection connection = new ConsoleConnection(new Tab());
	private final ConsoleNotices notices = new ConsoleNotices(connection::retry);
	/** The first key asks the other processes of this machine for the keyboard, which may take a moment. */
	private final ExecutorService keyboard = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("console keyboard").factory()); //$NON-NLS-1$
	private final Transfers transfers = new Transfers();
	private final ZmodemCall zmodem = new ZmodemCall();
	private Display display;
	private String title;
	private ConsoleBar bar;
	private ConsoleTools tools;
	private AlertStrip alert;
	private MacroBar macros;
	private LogSide side;
	private TerminalPane pane;
	private ConsoleMenu menu;
	private volatile int columns;
	private volatile int rows;
	private Optional<Console> sized = Optional.empty();
	private Bookkeeping book;
	private Bench.Subscription subscription;

	@Inject
	ConsoleView(BenchSession session, MPart part, @org.eclipse.e4.core.di.annotations.Optional LooseConsoles ports) {
		this.session = session;
		this.ports = ports;
		this.part = part;
		final String id = part.getElementId();
		this.address = ConsoleAddress.parse(id.substring(id.indexOf(':') + 1));
		this.settings = new LineSettings(address);
	}

	@PostConstruct
	void create(Composite parent) {
		display = parent.getDisplay();
		final String name = address.port().isPresent() ? address.name() : NLS.bind(Messages.ConsoleView_title, address.board(), address.name());
		title = address.number() == 1 ? name : NLS.bind(Messages.ConsoleView_numbered, name, Integer.toString(address.number()));
		part.setLabel(title);
		part.setTooltip(address.port().map(PortAddress::port).orElseGet(address::toString));
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new ConsoleBar(parent);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		alert = new AlertStrip(parent);
		side = new LogSide(parent, () -> connection.console().map(Console::log));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(side.control());
		macros = new MacroBar(parent, this::run);
		pane = new TerminalPane(side.screen(), this::typed, this::answered, this::resized);
		side.terminal(pane, () -> tools.refresh());
		book = new Bookkeeping(display, address.owner(), new Shown());
		menu = new ConsoleMenu(this, pane);
		menu.attach();
		tools = new ConsoleTools(bar, side, menu);
		Shortcuts.install(parent, this, menu);
		subscription = session.onChange(this::update);
		update();
	}

	@Focus
	void focus() {
		part.setLabel(title);
		book.read();
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
		side.file().map(which).ifPresent(file -> {
			if (!Program.launch(file.toString())) {
				bar.show(new Notice(Level.WARNING, NLS.bind(Messages.ConsoleView_noProgram, file)));
			}
		});
	}

	/** Copies what is in the log now to a file that the person names. */
	void saveLog() {
		final var dialog = new FileDialog(bar.getShell(), SWT.SAVE);
		dialog.setText(Messages.ConsoleView_saveLog);
		dialog.setFileName(title.replaceAll("[^A-Za-z0-9._-]+", "-") + ".log"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		dialog.setFilterExtensions(new String[] {"*.log", "*"}); //$NON-NLS-1$ //$NON-NLS-2$
		dialog.setOverwrite(true);
		final String chosen = dialog.open();
		if (chosen != null) {
			side.file().ifPresent(log -> SavedLog.save(log, Path.of(chosen)));
		}
	}

	/** The console, once it is there. */
	Optional<Console> console() {
		return connection.console();
	}

	/** What is sent and received by a protocol. */
	Transfers transfers() {
		return transfers;
	}

	LineSettings settings() {
		return settings;
	}

	/** Opens another tab of the same console, which can be put beside this one. */
	void split() {
		ConsoleTabs.openAnother(address);
	}

	LogSide side() {
		return side;
	}

	Bookkeeping book() {
		return book;
	}

	/** Carries out a macro, where there is a console for it. */
	void run(Macro macro) {
		connection.console().ifPresent(console -> Bookkeeping.run(macro, console, settings.lineEnding()));
		pane.setFocus();
	}

	/** Carries out the macro of that number, from 0 on. */
	void runMacro(int index) {
		if (!macros.run(index)) {
			display.beep();
		}
	}

	private void update() {
		if (bar.isDisposed()) {
			return;
		}
		final Optional<Bench> bench = session.bench().filter(Bench::trusted);
		connection.follow(address.port().isPresent() ? port() : bench.flatMap(this::node).map(Origin.OfNode::new));
		bar.show(notice());
		if (connection.console().filter(console -> console.state().script().isPresent()).isPresent()) {
			alert.withdraw(TRANSFER); // it goes on, wherever it was begun
		}
		bench.map(Bench::folder).or(() -> address.port().map(_ -> Places.system().config())).ifPresent(book::follow);
		if (side.follow()) {
			book.watch();
		}
		if (!sized.equals(connection.console())) {
			sized = connection.console();
			resized(columns, rows);
		}
		tools.refresh();
	}

	private Optional<Origin> port() {
		return Optional.ofNullable(ports).flatMap(each -> address.port().map(port -> new Origin.OfPort(each, port)));
	}

	private Notice notice() {
		final Optional<Node> node = session.bench().flatMap(this::node);
		if (address.port().isEmpty()) {
			final Optional<Bench> bench = session.bench();
			if (bench.isEmpty()) {
				return notices.waiting();
			}
			if (!bench.get().trusted()) {
				return notices.untrusted();
			}
			if (node.isEmpty()) {
				return notices.missing(address);
			}
		}
		return connection.console().filter(this::saysHowItStands).map(console -> notices.of(node, console))
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
				console.write(settings.lineEnding().translate(bytes));
				if (settings.localEcho()) {
					pane.feed(echo(bytes));
				}
			} catch (BenchException _) {
				refused();
			}
		}));
	}

	/** How the terminal shows what is typed: Enter begins a line. */
	private static byte[] echo(byte[] typed) {
		return LineEnding.CRLF.translate(typed);
	}

	/** The board has begun a transfer by ZMODEM. */
	private void offer(ZmodemCall.Direction direction) {
		if (connection.console().filter(console -> console.state().script().isEmpty()).isPresent()) {
			final boolean receives = direction == ZmodemCall.Direction.BOARD_RECEIVES;
			alert.show(TRANSFER, receives ? Messages.ConsoleView_boardReceives : Messages.ConsoleView_boardSends,
					receives ? Messages.ConsoleView_send : Messages.ConsoleView_receive, () -> transfer(receives));
		}
	}

	private void transfer(boolean send) {
		if (connection.console().isPresent()) {
			if (send) {
				menu.sending().send(Protocol.ZMODEM);
			} else {
				menu.sending().receive(Protocol.ZMODEM);
			}
			alert.hide(); // the board has called again while a file was chosen
		}
	}

	private void resized(int width, int height) {
		columns = width;
		rows = height;
		connection.console().filter(_ -> width > 0 && !keyboard.isShutdown()).ifPresent(console -> keyboard.execute(() -> console.resized(width, height)));
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

	/** What the book of the bench brings into the tab. */
	private final class Shown implements Bookkeeping.Tab {

		@Override
		public void macros(List<Macro> all) {
			macros.show(all);
		}

		@Override
		public void watch(Map<String, Consumer<LogLine>> patterns) {
			if (!bar.isDisposed()) {
				side.watch(patterns);
			}
		}

		@Override
		public void alarm(Trigger trigger, LogLine line) {
			if (trigger.bell()) {
				display.beep();
			}
			if (trigger.tell()) {
				alert.show("trigger", NLS.bind(Messages.ConsoleView_alarm, trigger.pattern(), line.text()), Messages.ConsoleView_showLine, () -> side.reveal(line)); //$NON-NLS-1$
				if (!pane.control().isVisible()) {
					part.setLabel(NLS.bind(Messages.ConsoleView_alarmed, title));
				}
			}
		}
	}

	/** What the connection tells, handed to the UI thread where it touches widgets. */
	private final class Tab implements ConsoleConnection.Tab {

		@Override
		public void show(byte[] bytes) {
			if (transfers.any()) {
				return;
			}
			pane.feed(bytes);
			if (connection.live() && zmodem.heard(bytes)) {
				zmodem.direction().ifPresent(direction -> onUi(() -> offer(direction)));
			}
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
