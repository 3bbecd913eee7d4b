package dev.benchtop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {

	private static final Duration LONG = Duration.ofMinutes(5);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			./relay                                  | ./relay
			./relay 3 on                             | ./relay …
			curl -u admin:hidden http://plug/on      | curl …
			PASSWORD=hidden ./relay on               | ./relay …
			A="hidden one" B='hidden two' relay      | relay
			PASSWORD=hidden; ./relay on              | ./relay …
			export PASSWORD=hidden && relay          | export …
			"/opt/my tools/relay" on                 | "/opt/my tools/relay" …
			relay>hidden                             | relay …
			PASSWORD=$(cat hidden) relay             | The command
			A="hidden relay                          | The command
			""")
	void aLineIsCalledByItsFirstProgram(String line, String name) {
		assertEquals(name, Program.name(line));
		assertFalse(Program.shell(line, folder, LONG, Map.of()).toString().contains("hidden"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			TOKEN=       | hidden    | ` relay`  | relay
			TOKEN="      | hidden\\n  | `" relay` | relay
			TOKEN="      | \\"        | `" relay` | relay
			TOKEN='      | `hidden `   | `' relay` | relay
			TOKEN=       | `hidden\\ ` | ` relay`  | relay
			TOKEN=       | "hidden"'' | ` relay`  | relay
			`A=1 `       | `B=hidden; ` | `relay` | relay
			`A=1 `       | ` `       | relay     | relay
			`relay `     | ` hidden`   | ``        | relay …
			`A=1 `       | `B=hidden `  | ``        | The command
			TOKEN="      | hidden    | ` relay`  | The command
			TOKEN=       | hidden\\n  | ``        | The command
			""")
	void aLineMayBeLong(String start, String repeated, String end, String name) {
		assertEquals(name, Program.name(start + repeated.repeat(100_000 / repeated.length()) + end));
	}

	@Test
	void whatItPrintsIsReturned() throws BenchException {
		assertEquals("one\ntwo", Program.of(List.of("printf", "one\\ntwo\\n"), folder, LONG).run(CancelToken.none()));
		assertEquals("seven", Program.shell("echo $IT; echo no >&2", folder, LONG, Map.of("IT", "seven")).run(CancelToken.none()));
		assertEquals(folder.toString(), Program.shell("pwd", folder, LONG, Map.of()).run(CancelToken.none()));
	}

	@Test
	void whatIsMissingIsTold() {
		final var program = assertThrows(BenchException.class, () -> Program.of(List.of("no-such-program", "hidden"), folder, LONG).run(CancelToken.none()));
		assertEquals("\"no-such-program\" could not be started", program.what());
		final var line = assertThrows(BenchException.class, () -> Program.shell("./no-such-program hidden", folder, LONG, Map.of()).run(CancelToken.none()));
		assertEquals("\"./no-such-program \u2026\" could not be started", line.what());
		final var place = assertThrows(BenchException.class, () -> Program.of(List.of("true"), folder.resolve("not"), LONG).run(CancelToken.none()));
		assertEquals("\"true\" could not be started", place.what());
		assertEquals("Check that the program is installed, and that its folder is there.", place.next().orElseThrow());
	}

	@Test
	void aFailureHasItsOwnWordsWithoutItsSecrets() {
		final var error = assertThrows(BenchException.class,
				() -> Program.shell("echo not $IT >&2; exit 3", folder, LONG, Map.of("IT", "hidden")).run(CancelToken.none()));
		assertEquals("\"echo \u2026\" ended with status 3: not \u2022\u2022\u2022\u2022", error.getMessage());
	}

	/** Also before it leads a group of its own. */
	@Test
	void aCancelAtAnyMomentEndsIt() throws Exception {
		for (int i = 0; i < 20; i++) {
			final var cancel = new CancelToken();
			final var pause = Duration.ofMillis(i / 2);
			final var canceller = Thread.ofVirtual().start(() -> {
				LockSupport.parkNanos(pause.toNanos());
				cancel.cancel();
			});
			final var end = assertThrows(BenchException.class, () -> Program.shell("sleep 600; true", folder, LONG, Map.of()).run(cancel));
			assertTrue(end.isCancelled(), end::what);
			canceller.join();
		}
	}
}
