package dev.benchtop.ui.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.Places;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.LogLine;
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

	private final BenchSession session;
	private final MPart part;
	private final ConsoleAddress address;
	private final LineSettings settings;
	private final ConsoleConnection connection = new ConsoleConnection(new Tab());
	private final TabConsole shown;
	private final Typing typing;
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
	private LogFiles files;
	private TransferOffer offer;
	private Bookkeeping book;
	private Bench.Subscription subscription;

	@Inject
	ConsoleView(BenchSession session, MPart part, @org.eclipse.e4.core.di.annotations.Optional LooseConsoles ports) {
		this.session = session;
		this.part = part;
		final String id = part.getElementId();
		this.address = ConsoleAddress.parse(id.substring(id.indexOf(':') + 1));
		this.settings = new LineSettings(address);
		shown = new TabConsole(session, Optional.ofNullable(ports), address, connection);
		typing = new Typing(connection, settings, bytes -> pane.feed(bytes), this::refused);
	}

	@PostConstruct
	void create(Composite parent) {
		display = parent.getDisplay();
		final String name = address.port().isPresent() ? address.name() : NLS.bind(Messages.ConsoleView_title, address.board(), address.name());
		title = address.number() == 1 ? name : NLS.bind(Messages.ConsoleView_numbered, name, Integer.toString(address.number()));
		part.setLabel(title);
		part.setTooltip(address.port().map(PortAddress::port).orElseGet(address::toString));
		parent.setLayout(new FillLayout());
		final var body = new Composite(parent, SWT.NONE); // the dark theme has colours for what is in one
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
		bar = new ConsoleBar(body);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		alert = new AlertStrip(body);
		side = new LogSide(body, () -> connection.console().map(Console::log));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(side.control());
		macros = new MacroBar(body, this::run);
		pane = new TerminalPane(side.screen(), typing::typed, typing::answered, typing::resized);
		side.terminal(pane, () -> tools.refresh());
		book = new Bookkeeping(display, address.owner(), new Book());
		menu = new ConsoleMenu(this, pane);
		menu.attach();
		files = new LogFiles(bar::getShell, side::file, bar::show);
		offer = new TransferOffer(alert, connection::console, menu::sending);
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
		typing.close();
	}

	TerminalPane pane() {
		return pane;
	}

	/** Empties the terminal, and what a new tab would be shown; the log stays. */
	void clear() {
		pane.clear();
		connection.console().ifPresent(Console::clear);
	}

	LogFiles files() {
		return files;
	}

	/** Copies the log to a file that the person names. */
	void saveLog() {
		files.save(title);
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
		shown.follow();
		bar.show(shown.notice());
		offer.follow();
		final Optional<Bench> bench = session.bench().filter(Bench::trusted);
		bench.map(Bench::folder).or(() -> address.port().map(_ -> Places.system().config())).ifPresent(book::follow);
		if (side.follow()) {
			book.watch();
		}
		typing.follow();
		tools.refresh();
	}

	/** The bar says why nothing can be sent; a person who types hears it, too. */
	private void refused(boolean typed) {
		display.asyncExec(() -> {
			if (!bar.isDisposed()) {
				if (typed) {
					display.beep();
				}
				update();
			}
		});
	}

	/** What the book of the bench brings into the tab. */
	private final class Book implements Bookkeeping.Tab {

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
				final var direction = zmodem.direction();
				onUi(() -> direction.ifPresentOrElse(offer::show, offer::withdraw));
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
