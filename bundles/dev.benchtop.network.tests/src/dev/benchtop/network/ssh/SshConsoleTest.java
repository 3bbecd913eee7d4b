package dev.benchtop.network.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.testing.Heard;

class SshConsoleTest {

	@TempDir
	Path folder;

	private Path key;
	private SshServer server;

	@BeforeEach
	void serve() throws Exception {
		key = Keys.make(folder.resolve("user"), "ed25519", "");
		server = SshServer.start(folder, Keys.make(folder.resolve("host"), "ed25519", ""), Keys.publicFile(key));
	}

	@AfterEach
	void stop() {
		if (server != null) {
			server.close();
		}
	}

	@Test
	void aShellIsAConsole() throws Exception {
		try (var driver = driver(server.port())) {
			final var console = console(driver);
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				console.open();
				console.resized(91, 17);
				type(console, "stty size; echo $TERM; echo ready-$((40 + 2))\n");
				heard.await(said -> said.contains("ready-42"));
				assertTrue(heard.text().contains("17 91") && heard.text().contains("xterm-256color"), heard.text());
				console.resized(120, 40);
				type(console, "stty size\n");
				heard.await(said -> said.contains("40 120"));
				assertTrue(Files.readString(console.log()).contains("ready-42"));
				assertTrue(console.state().detail().contains(SshServer.user() + "@127.0.0.1:" + server.port()), console.state().detail());
			}
		}
	}

	@Test
	void aShellThatWasLeftIsOpenedAgainWhenAsked() throws Exception {
		try (var driver = driver(server.port())) {
			final var console = console(driver);
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				console.open();
				type(console, "exit 9\n");
				heard.awaitState(state -> state.line() == Line.CLOSED && state.reason().orElse("").contains("9"));
				console.open();
				type(console, "echo again-$((1 + 1))\n");
				heard.await(said -> said.contains("again-2"));
				assertTrue(heard.story().contains("<OPENING>"), heard.story());
			}
		}
	}

	@Test
	void aConnectionThatWasCutComesBack() throws Exception {
		try (var driver = driver(server.port())) {
			final var console = console(driver);
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				console.open();
				final int port = server.port();
				server.close();
				heard.awaitState(state -> state.line() == Line.LOST);
				server = SshServer.start(folder, folder.resolve("host"), Keys.publicFile(key), port);
				heard.awaitState(state -> state.line() == Line.OPEN);
				type(console, "echo back-$((1 + 1))\n");
				heard.await(said -> said.contains("back-2"));
			}
		}
	}

	@Test
	void aBoardThatIsOffIsNoFault() throws Exception {
		try (var driver = driver(0)) {
			final var console = console(driver);
			assertThrows(BenchException.class, console::open);
			assertEquals(Line.CLOSED, console.state().line());
		}
	}

	private Driver driver(int port) throws BenchException {
		return new SshDriverFactory().create(SshServer.board(folder, port),
				new SshConfig("", "", 22, SshServer.user(), null, key, null, null, null, null, null, "", Duration.ofSeconds(60)));
	}

	private static Console console(Driver driver) {
		return driver.capability(Console.class).orElseThrow();
	}

	private static void type(Console console, String text) throws BenchException {
		console.write(text.getBytes(StandardCharsets.UTF_8));
	}
}
