package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.testing.Needs;

/** The Servers view: how servers stand, who fetches what, what was asked for in vain, and what is copied, dropped and withdrawn there. */
class ServersViewTest {

	private static final String VIEW = "dev.benchtop.ui.servers";
	private static final int FILE = 0;
	private static final int CLIENT = 1;
	private static final int PROGRESS = 2;
	private static final int RESENT = 5;
	private static final int NEGOTIATED = 6;
	private static final int SIZE = 1 << 20;

	@TempDir
	private Path temporary;
	private Path served;

	@BeforeEach
	void open() throws Exception {
		final Path folder = Files.createDirectories(temporary.resolve("bench")).toRealPath();
		served = Files.createDirectories(folder.resolve("srv"));
		Files.write(served.resolve("Image"), new byte[SIZE]);
		Files.writeString(folder.resolve("desk.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: desk}
				export:
				  tftp: {type: tftp-server, config: {root_dir: ./srv, host: 127.0.0.1, port: 0, give_up: 10m}}
				  http: {type: http-server, config: {root_dir: ./srv, host: 127.0.0.1}}
				""");
		Window.openTrusted(folder);
		Ui.run(() -> Window.page().showView(VIEW));
		Ui.until("both servers", Ui.SOON, () -> row("desk/tftp").isPresent() && row("desk/http").isPresent());
	}

	@AfterEach
	void leave() throws Exception {
		Ui.run(() -> Window.page().hideView(Window.page().findView(VIEW)));
		Window.leave();
	}

	@Test
	void aTransferIsToBeSeenWhileItRuns() throws Exception {
		assertEquals("off", Ui.call(() -> row("desk/tftp").orElseThrow().getText(1)));
		select("desk/tftp");
		assertEquals(Optional.of("it does not run"), Ui.call(() -> Optional.ofNullable(tool("Stop").getToolTipText())));
		press("Start");
		final InetSocketAddress server = address("tftp");
		try (var client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			send(client, server, "\0\1Image\0octet\0blksize\0001024\0windowsize\0002\0tsize\0000\0");
			final DatagramPacket granted = receive(client);
			send(client, granted.getSocketAddress(), "\0\4\0\0");
			receive(client);
			Ui.until("its row", Ui.SOON, () -> text("Image", PROGRESS).endsWith(" of 1.0 MiB"));
			assertEquals("127.0.0.1", Ui.call(() -> text("Image", CLIENT)));
			assertEquals("blksize 1024, tsize 1048576, windowsize 2", Ui.call(() -> text("Image", NEGOTIATED)));
			Ui.until("packets that are sent again", Ui.SOON, () -> !text("Image", RESENT).isEmpty());
			Pictures.take("servers-transfer");
			send(client, granted.getSocketAddress(), "\0\5\0\0enough\0");
			Ui.until("its end", Ui.SOON, () -> text("Image", PROGRESS).startsWith("failed: "));
			send(client, server, "\0\1Imgae\0octet\0");
			Ui.until("what it may have meant", Ui.SOON, () -> text("Imgae", PROGRESS).equals("not there \u2013 there is Image"));
		}
		Pictures.take("servers-missing");
		press("Clear");
		Ui.until("an empty table", Ui.SOON, () -> table().getItemCount() == 0);
		press("Stop");
		Ui.until("that it stands", Ui.SOON, () -> row("desk/tftp").orElseThrow().getText(1).equals("off"));
	}

	@Test
	void whatIsDroppedIsPublishedUntilItIsWithdrawn() throws Exception {
		Needs.programs("curl", "xdotool");
		final Path file = Files.writeString(temporary.resolve("My Image.img"), "published");
		FileDrag.drop(file, () -> FileDrag.middle(tree(), row("desk/http").orElseThrow().getBounds(0)));
		Ui.until("the file below its server", Ui.SOON, () -> file().isPresent());
		final InetSocketAddress server = address("http");
		Ui.run(() -> select(file().orElseThrow()));
		Pictures.take("servers-published");

		assertEquals("published", Tools.run(List.of("bash", "-c", copied("curl Line").replace("curl -O", "curl --noproxy '*' -sfo -"))));
		final String lines = copied("U-Boot Lines");
		assertTrue(lines.matches("setenv httpdstp " + server.getPort() + "\nwget \\$\\{loadaddr} 127\\.0\\.0\\.1:/[\\w-]{22}/My%20Image\\.img\n"), lines);
		Ui.until("its transfer", Ui.SOON, () -> text(file.getFileName().toString(), PROGRESS).equals("9 B sent"));

		Ui.run(() -> {
			final var menu = tree().getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			Stream.of(menu.getItems()).filter(item -> item.getText().equals("Withdraw")).findFirst().map(MenuItem.class::cast).orElseThrow()
					.notifyListeners(SWT.Selection, new Event());
		});
		Ui.until("that it is gone", Ui.SOON, () -> file().isEmpty());
	}

	@Test
	void aPortThatIsTakenIsToldInWords() throws Exception {
		try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			Files.writeString(served.resolveSibling("busy.yaml"), """
					apiVersion: benchtop.dev/v1
					kind: Board
					metadata: {name: busy}
					export:
					  tftp: {type: tftp-server, config: {root_dir: ./srv, host: 127.0.0.1, port: %d}}
					""".formatted(taken.getLocalPort()));
			Ui.until("the new server", Ui.SOON, () -> row("busy/tftp").isPresent());
			select("busy/tftp");
			press("Start");
			final Shell error = Ui.shell("Benchtop");
			Pictures.take("servers-port-taken");
			final String words = Ui.call(() -> String.join("\n", texts(error)));
			assertTrue(words.contains("port " + taken.getLocalPort() + " is already in use by this Benchtop"), words);
			Ui.press(error, "Close");
			Ui.until("the error in the view", Ui.SOON, () -> row("busy/tftp").orElseThrow().getText(1).equals("error"));
		}
	}

	private static List<String> texts(Shell shell) {
		return Stream.concat(Ui.all(shell, org.eclipse.swt.widgets.Label.class).stream().map(org.eclipse.swt.widgets.Label::getText),
				Ui.all(shell, org.eclipse.swt.widgets.Text.class).stream().map(org.eclipse.swt.widgets.Text::getText)).toList();
	}

	/** Waits until a server runs; returns where. */
	private static InetSocketAddress address(String protocol) throws Exception {
		final String begin = protocol + "://127.0.0.1:";
		final String text = Ui.await("its address", () -> row("desk/" + protocol).map(row -> row.getText(1)).filter(address -> address.startsWith(begin)));
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(text.substring(begin.length())));
	}

	private static void send(DatagramSocket client, java.net.SocketAddress to, String packet) throws Exception {
		final byte[] bytes = packet.getBytes(StandardCharsets.ISO_8859_1);
		client.send(new DatagramPacket(bytes, bytes.length, to));
	}

	private static DatagramPacket receive(DatagramSocket client) throws Exception {
		client.setSoTimeout((int) Ui.SOON.toMillis());
		final var packet = new DatagramPacket(new byte[2048], 2048);
		client.receive(packet);
		return packet;
	}

	private static String copied(String label) throws Exception {
		Ui.run(() -> tool(label).notifyListeners(SWT.Selection, new Event()));
		return Ui.call(() -> {
			final var clipboard = new Clipboard(Ui.display());
			try {
				return (String) clipboard.getContents(TextTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
	}

	private static void press(String label) throws Exception {
		Ui.until(label + " can be pressed", Ui.SOON, () -> tool(label).isEnabled());
		Ui.post(() -> tool(label).notifyListeners(SWT.Selection, new Event()));
	}

	private static ToolItem tool(String label) {
		return Ui.all(window(), ToolBar.class).stream().filter(ToolBar::isVisible).filter(bar -> Stream.of(bar.getItems()).anyMatch(item -> item.getText().equals("curl Line")))
				.flatMap(bar -> Stream.of(bar.getItems())).filter(item -> item.getText().equals(label)).findFirst().orElseThrow();
	}

	private static void select(String server) throws Exception {
		Ui.run(() -> select(row(server).orElseThrow()));
	}

	private static void select(TreeItem item) {
		tree().setSelection(item);
		final var event = new Event();
		event.item = item;
		tree().notifyListeners(SWT.Selection, event);
	}

	private static Optional<TreeItem> row(String server) {
		return Ui.find(window(), Tree.class, ServersViewTest::isOurs).stream().flatMap(tree -> Stream.of(tree.getItems()))
				.filter(item -> item.getText(0).equals(server)).findFirst();
	}

	/** The first published file. */
	private static Optional<TreeItem> file() {
		return row("desk/http").stream().flatMap(row -> Stream.of(row.getItems())).findFirst();
	}

	private static Tree tree() {
		return Ui.find(window(), Tree.class, ServersViewTest::isOurs).orElseThrow();
	}

	private static boolean isOurs(Tree tree) {
		return tree.getColumnCount() > 0 && tree.getColumn(0).getText().equals("Server");
	}

	private static Table table() {
		return Ui.find(window(), Table.class, table -> table.getColumnCount() > NEGOTIATED && table.getColumn(NEGOTIATED).getText().equals("Negotiated")).orElseThrow();
	}

	/** What the table says of a file; empty where it is not there. */
	private static String text(String file, int column) {
		return Stream.of(table().getItems()).filter(item -> item.getText(FILE).equals(file)).findFirst().map((TableItem item) -> item.getText(column)).orElse("");
	}

	private static Shell window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}
}
