package dev.benchtop.cli.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.cli.Desk;

@Timeout(120)
class SshCommandTest {

	@TempDir
	Path home;

	private Desk desk;

	@BeforeEach
	void open() throws Exception {
		desk = new Desk(home);
		desk.file("remote.yaml", """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: remote}
				export:
				  shell: {type: shell}
				""");
	}

	@Test
	void printsWhatTheCommandSaysAndEndsAsItDoes() {
		final var run = desk.run("ssh", "remote", "echo", "out;", "echo", "err", ">&2;", "exit", "3");
		assertEquals(3, run.code());
		assertEquals("out\n", run.out());
		assertEquals("err\n", run.err());
	}

	@Test
	void optionsAfterTheBoardAreTheCommands() {
		final var run = desk.run("ssh", "remote", "printf", "%s-", "-t", "--json", "--help");
		assertEquals("-t---json---help-", run.out(), run.err());
	}

	@Test
	void theInputGoesToTheCommand() {
		assertEquals("TYPED\n", desk.typing("typed\n").run("ssh", "remote/shell", "tr", "a-z", "A-Z").out());
	}

	@Test
	void aShellTakesItsCommandsFromThePipe() {
		final var run = desk.typing("echo one\nexit 4\n").run("ssh", "remote");
		assertEquals("one\n", run.out());
		assertEquals(4, run.code());
	}

	@Test
	void jsonHasItAll() {
		final var run = desk.run("--json", "ssh", "remote", "echo out; echo err >&2; exit 3");
		final var result = run.json().getAsJsonObject();
		assertEquals("out\n", result.get("output").getAsString());
		assertEquals("err\n", result.get("errors").getAsString());
		assertEquals(3, result.get("exitCode").getAsInt());
		assertEquals(3, run.code());
	}

	@Test
	void theSystemsClientEndsAsItDoes() {
		assertEquals(9, desk.run("ssh", "--system", "remote").code());
	}

	@Test
	void aBoardWithoutAShellIsSaid() {
		final var run = desk.run("ssh", "fake", "true");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("a remote shell"), run.err());
	}

	@Test
	void ctrlCEndsIt() throws Exception {
		final var run = CompletableFuture.supplyAsync(() -> desk.run("ssh", "remote", "cat; sleep 600"), task -> Thread.ofVirtual().start(task));
		desk.token().cancel();
		assertEquals(130, run.get().code());
	}

	@ParameterizedTest
	@CsvSource({"ls~.,ls~.,false", "~.,'',true", "~~.,~.,false", "~x,~x,false", "'a|~.b','a|',true", "'~',,false"})
	void leavesAsSshDoes(String typed, String sent, boolean left) {
		final var keys = new LeaveKeys();
		final byte[] chunk = typed.replace('|', '\r').getBytes(StandardCharsets.US_ASCII);
		assertArrayEquals((sent == null ? "" : sent.replace('|', '\r')).getBytes(StandardCharsets.US_ASCII), keys.type(chunk, chunk.length));
		assertEquals(left, keys.left());
	}

	@Test
	void aKeyMayComeInTwoPieces() {
		final var keys = new LeaveKeys();
		assertEquals(0, keys.type(new byte[] {'~'}, 1).length);
		assertEquals(0, keys.type(new byte[] {'.'}, 1).length);
		assertTrue(keys.left());
	}

	@ParameterizedTest
	@CsvSource({"'40 120\n',120,40", "'0 0',80,24", "'stty: not a tty',80,24", "'',80,24"})
	void theSizeOfTheTerminal(String said, int columns, int rows) {
		assertEquals(new WindowSize(columns, rows), WindowSize.parse(said.replace("\\n", "\n")));
	}
}
