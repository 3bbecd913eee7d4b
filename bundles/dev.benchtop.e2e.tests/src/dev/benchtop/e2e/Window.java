package dev.benchtop.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.commands.ICommandService;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.BenchSession;

/** The window that the tests run in. */
final class Window {

	private static final String CONSOLE = "dev.benchtop.ui.console.view";

	private Window() {
	}

	static <T> T service(Class<T> type) {
		return PlatformUI.getWorkbench().getService(type);
	}

	static BenchSession session() {
		return service(BenchSession.class);
	}

	/** Opens a bench and waits until everything in the window has been told of it: views begin anew with another bench. */
	static Bench open(Path folder) throws Exception {
		final var opened = new CompletableFuture<Bench>();
		try (var _ = session().onChange(() -> session().bench().filter(bench -> bench.folder().equals(folder)).ifPresent(opened::complete))) {
			session().open(folder);
			Waits.until("the bench " + folder, Ui.SOON, opened::isDone);
		}
		Ui.run(() -> {}); // whoever is told behind us
		return opened.join();
	}

	/** Opens a bench that is trusted, and waits until its boards were asked how they stand. */
	static Bench openTrusted(Path folder) throws Exception {
		final Bench bench = open(folder);
		bench.trust();
		for (final Board board : bench.boards()) {
			if (board.usable()) {
				board.open();
			}
		}
		return bench;
	}

	/** Switches every board of the bench off, and closes the bench and all tabs. */
	static void leave() throws Exception {
		final Optional<Bench> bench = session().bench();
		if (bench.isPresent()) {
			for (final Board board : bench.get().boards()) {
				if (board.usable() && bench.get().trusted()) {
					switchOff(board);
				}
			}
		}
		Ui.run(() -> consoles().forEach(page()::hideView));
		session().close();
		Waits.until("no bench", Ui.SOON, () -> session().bench().isEmpty());
	}

	private static void switchOff(Board board) throws BenchException {
		for (final var node : board.allNodes()) {
			if (node.ref().isEmpty() && node.offers(Power.class) && node.use(Power.class).state() == Power.State.ON) {
				node.use(Power.class).off(CancelToken.none());
			}
		}
	}

	/** On the UI thread. */
	static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
	}

	/** Selects a board or node in the tree of boards, as a click does. */
	static void select(Object boardOrNode) throws Exception {
		Ui.run(() -> session().select(List.of(boardOrNode)));
		Waits.until("the selection", Ui.SOON, () -> !session().selection().isEmpty());
	}

	/** Runs a command as its menu does; it may open a dialog. */
	static void command(String id) throws Exception {
		final var command = service(ICommandService.class).getCommand(id);
		Ui.until("the command " + id, Ui.SOON, command::isEnabled);
		Ui.post(() -> {
			try {
				service(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, Map.of()), null);
			} catch (Exception e) {
				throw new IllegalStateException(id, e);
			}
		});
	}

	/** The tabs of consoles; on the UI thread. */
	static List<IViewReference> consoles() {
		return Stream.of(page().getViewReferences()).filter(view -> view.getId().equals(CONSOLE)).toList();
	}

	/** The text of the terminal that is to be seen; empty where none is. */
	static String terminal() throws Exception {
		return Ui.call(() -> terminals().stream().filter(TextCanvas::isVisible).map(TextCanvas::getAllText).findFirst().orElse(""));
	}

	private static List<TextCanvas> terminals() {
		return Ui.all(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), TextCanvas.class);
	}

	/** Waits until the terminal shows a text. */
	static void untilTerminalShows(String text, Duration limit) throws Exception {
		Waits.until("the text \u201c" + text + "\u201d in the terminal", limit, () -> terminal().contains(text), Window::shown);
	}

	/** Waits until the terminal shows just this text. */
	static void untilTerminalIs(String text, Duration limit) throws Exception {
		Waits.until("the text in the terminal", limit, () -> terminal().stripTrailing().equals(text), () -> "Expected:\n" + text + '\n' + shown());
	}

	private static String shown() {
		try {
			return "It shows:\n" + terminal().stripTrailing();
		} catch (Exception e) {
			return e.toString();
		}
	}

	/** The tree of boards; on the UI thread. */
	static Tree tree() {
		return Ui.all(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), Tree.class).getFirst();
	}

	/** The row of a board in the tree; on the UI thread. */
	static Optional<TreeItem> row(String board) {
		return Stream.of(tree().getItems()).filter(item -> item.getText(0).startsWith(board)).findFirst();
	}

	/** Brings the row of a board into view by folding all boards. */
	static void show(String board) throws Exception {
		Ui.run(() -> Stream.of(tree().getItems()).forEach(item -> item.setExpanded(false)));
		Ui.until("the row in view", Ui.SOON, () -> {
			final var row = row(board).orElseThrow().getBounds(0);
			return row.y >= 0 && row.y + 2 * row.height < tree().getClientArea().height;
		});
	}

	/** The word that the tree says about a board. */
	static String word(String board) throws Exception {
		return Ui.call(() -> row(board).map(item -> item.getText(1)).orElse("no row"));
	}

	/** The titles of all tabs that are to be seen; on the UI thread. */
	static List<String> tabs() {
		final var titles = new ArrayList<String>();
		for (final var folder : Ui.all(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), CTabFolder.class)) {
			Stream.of(folder.getItems()).forEach(item -> titles.add(item.getText()));
		}
		return titles;
	}
}
