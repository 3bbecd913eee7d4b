package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;

/** The window itself: what is in it and what is not, boards that are made, changed and broken. */
class WindowTest {

	@TempDir
	private Path temporary;

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Ui.shells().stream().filter(shell -> shell.getParent() != null).forEach(Shell::close));
		Window.leave();
	}

	@Test
	void onlyOurMenusAreThere() throws Exception {
		final List<String> menus = Ui.call(() -> labels(window().getMenuBar()));
		assertEquals(List.of("File", "Board", "Console", "Storage", "Window", "Help"), menus);
		final List<String> commands = Ui.call(() -> everyItem(window().getMenuBar()));
		for (final String foreign : List.of("Quick Access", "Find Actions", "Perspective", "Resource", "Search", "Cheat Sheets", "Install New Software", "Show View", "Editor",
				"Navigation", "Convert Line", "Print", "Tips", "Key Assist")) {
			assertFalse(commands.stream().anyMatch(command -> command.contains(foreign)), () -> foreign + " in " + commands);
		}
	}

	@Test
	void anEmptyBenchOffersWhatToDo() throws Exception {
		Window.open(Files.createDirectories(temporary.resolve("empty")).toRealPath());
		final List<String> offers = List.of("New board\u2026", "Open the sample bench", "Open a bench\u2026", "Import a Jumpstarter exporter file\u2026");
		Ui.until("the offers", Ui.SOON, () -> texts(window()).containsAll(offers));
		Pictures.take("window-empty-bench");
	}

	@Test
	void aBenchThatIsOpenedForTheFirstTimeRunsNothing() throws Exception {
		final Path folder = Files.createDirectories(temporary.resolve("theirs")).toRealPath();
		final Path trace = temporary.resolve("trace");
		Files.writeString(folder.resolve("theirs.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: theirs}
				export:
				  machine: {type: qemu, config: {arch: x86_64, args: ["-pidfile", "%s"]}}
				""".formatted(trace));
		final Bench bench = Window.open(folder);
		Ui.until("the question", Ui.SOON, () -> texts(window()).stream().anyMatch(text -> text.startsWith("Do you trust the bench ")));
		Ui.until("its row", Ui.SOON, () -> Window.row("theirs").isPresent());
		assertFalse(bench.trusted());
		assertTrue(bench.board("theirs").allNodes().stream().allMatch(node -> node.verbs().isEmpty()), "a driver was made");
		assertFalse(Files.exists(trace));
		Pictures.take("window-untrusted");
		Ui.press(window(), "Trust this bench");
		Waits.until("trust", Ui.SOON, bench::trusted);
		Waits.until("its drivers", Ui.SOON, () -> bench.board("theirs").allNodes().stream().anyMatch(node -> !node.verbs().isEmpty()));
	}

	@Test
	void everyTemplateMakesABoard() throws Exception {
		final Path folder = Files.createDirectories(temporary.resolve("new")).toRealPath();
		final Bench bench = Window.openTrusted(folder);
		final int contributed = 3; // behind them come the bare driver types, which may want keys that nobody can guess
		for (int i = 0; i < contributed; i++) {
			assertTrue(newBoard(bench, i) >= contributed);
		}
		assertEquals(List.of(), bench.findings());
		assertEquals(contributed, bench.boards().size());
	}

	/** Makes a board from the template of that number; returns how many there are. */
	private static int newBoard(Bench bench, int number) throws Exception {
		final int before = bench.boards().size();
		Window.command("dev.benchtop.ui.board.new");
		final Shell wizard = Ui.shell("New Board");
		final int templates = Ui.call(() -> {
			final Tree tree = Ui.all(wizard, Tree.class).getFirst();
			final var group = tree.getItem(tree.getItemCount() - 1); // hardware that is found stands before it
			tree.setSelection(group.getItem(number));
			tree.notifyListeners(org.eclipse.swt.SWT.Selection, new org.eclipse.swt.widgets.Event());
			return group.getItemCount();
		});
		Ui.press(wizard, "Next >");
		Ui.press(wizard, "Next >");
		Ui.press(wizard, "Finish");
		Ui.until("the wizard is gone", Ui.SOON, wizard::isDisposed);
		Waits.until("board " + number, Ui.SOON, () -> bench.boards().size() == before + 1);
		return templates;
	}

	@Test
	void editingKeepsCommentsAndWhatIsUnknown() throws Exception {
		final Path folder = Samples.copyBench(temporary.resolve("bench"));
		final Path file = folder.resolve("virtual-x86.yaml");
		final String before = Files.readString(file);
		final Bench bench = Window.openTrusted(folder);
		Window.select(bench.board("virtual-x86"));
		Window.command("dev.benchtop.ui.board.edit");
		final Shell dialog = Ui.shell("Edit virtual-x86");
		Ui.run(() -> texts(dialog, "QEMU q35 with UEFI firmware; drop an image on it").setText("changed by a test"));
		Pictures.take("window-edit");
		Ui.press(dialog, "Save");
		Ui.until("the dialog is gone", Ui.SOON, dialog::isDisposed);
		assertEquals(before.replace("QEMU q35 with UEFI firmware; drop an image on it", "changed by a test"), Files.readString(file));
		Waits.until("the new description", Ui.SOON, () -> bench.board("virtual-x86").description().equals("changed by a test"));
	}

	@Test
	void aBrokenFileIsShownOnItsBoardAndTheOthersGoOn() throws Exception {
		final Path folder = Samples.copyBench(temporary.resolve("bench"));
		final Bench bench = Window.openTrusted(folder);
		Ui.until("both boards", Ui.SOON, () -> Window.word("virtual-x86").equals("off") && Window.word("virtual-arm64").equals("off"));
		final Path file = folder.resolve("virtual-x86.yaml");
		Files.writeString(file, Files.readString(file).replace("mem: 512M", "mem: plenty"));
		Waits.until("the error", Ui.SOON, () -> !bench.board("virtual-x86").usable());
		Window.select(bench.board("virtual-x86"));
		Ui.until("the reason in words", Ui.SOON, () -> texts(window()).stream().anyMatch(text -> text.contains("mem") && text.contains("plenty")));
		assertTrue(bench.board("virtual-arm64").usable());
		assertEquals("off", Window.word("virtual-arm64"));
		Pictures.take("window-broken-file");
		Files.writeString(file, Files.readString(file).replace("mem: plenty", "mem: 256M"));
		Waits.until("no error any more", Ui.SOON, () -> bench.findBoard("virtual-x86").filter(Board::usable).isPresent());
		Ui.until("it is off again", Ui.SOON, () -> Window.word("virtual-x86").equals("off"));
	}

	@Test
	void typingFindsABoard() throws Exception {
		final int boards = Window.openTrusted(Samples.copyBench(temporary.resolve("bench"))).boards().size();
		Ui.until("all boards", Ui.SOON, () -> Window.tree().getItemCount() == boards);
		final Text filter = Ui.call(() -> Ui.find(window(), Text.class, text -> text.getMessage().equals("Filter boards")).orElseThrow());
		Ui.run(() -> filter.setText("x86"));
		Ui.until("one board", Ui.SOON, () -> Window.tree().getItemCount() == 1 && Window.row("virtual-x86").isPresent());
		Ui.run(() -> filter.setText(""));
		Ui.until("all boards", Ui.SOON, () -> Window.tree().getItemCount() == boards);
	}

	private static Shell window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	private static List<String> labels(Menu menu) {
		return Stream.of(menu.getItems()).map(item -> item.getText().replace("&", "")).toList();
	}

	private static List<String> everyItem(Menu menu) {
		return Stream.of(menu.getItems()).flatMap(WindowTest::withItsMenu).toList();
	}

	private static Stream<String> withItsMenu(MenuItem item) {
		if (item.getMenu() == null) {
			return Stream.of(item.getText().replace("&", ""));
		}
		item.getMenu().notifyListeners(org.eclipse.swt.SWT.Show, new org.eclipse.swt.widgets.Event());
		return Stream.concat(Stream.of(item.getText().replace("&", "")), everyItem(item.getMenu()).stream());
	}

	private static Text texts(Composite within, String value) {
		return Ui.find(within, Text.class, text -> text.getText().equals(value)).orElseThrow();
	}

	/** Every text that is to be seen in a window. */
	private static List<String> texts(Composite within) {
		return Stream.of(Ui.all(within, org.eclipse.swt.widgets.Label.class).stream().map(org.eclipse.swt.widgets.Label::getText),
				Ui.all(within, Button.class).stream().map(Button::getText), Ui.all(within, Text.class).stream().map(Text::getText),
				Ui.all(within, org.eclipse.swt.widgets.Link.class).stream().map(org.eclipse.swt.widgets.Link::getText)).flatMap(texts -> texts)
				.map(text -> text.replace("&", "").strip()).toList();
	}
}
