package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.testing.Needs;

/** The command line as users start it: how fast it is, how it ends, and what it does to a terminal. */
class CommandLineProductTest {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	Path home;

	private final List<Process> started = new ArrayList<>();
	private ProductProcess product;
	private Path bench;

	@BeforeEach
	void sampleBench() throws Exception {
		product = new ProductProcess(home);
		bench = Samples.copyBench(home.resolve("bench"));
	}

	@AfterEach
	void endWhatIsLeft() {
		for (final Process process : started) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

	@Test
	void theFirstOutputComesWithinTwoAndAHalfSeconds() throws Exception {
		product.run(bench, "boards");
		final long best = LongStream.range(0, 3).map(_ -> millisToFirstOutput()).min().orElseThrow();
		assertTrue(best < 2500, best + " ms");
	}

	private long millisToFirstOutput() {
		try {
			final var time = new FreeTime();
			final var process = product.start(product.command(bench, "boards"), bench);
			assertTrue(process.getInputStream().read() >= 0);
			final long millis = time.millis();
			ProductProcess.end(process);
			return millis;
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void wrongUsageEndsWithTwo() throws Exception {
		assertEquals(2, product.run(bench, "power", "virtual-x86", "on").code(), "not trusted");
		assertEquals(2, product.run(bench, "power", "nobody", "on").code());
		assertEquals(2, product.run(bench, "powr").code());
	}

	@Test
	void aConsoleGivesTheTerminalBackAndNamesWhoHoldsTheKeyboard() throws Exception {
		Needs.programs("qemu-system-x86_64", "script", "stty");
		final var on = product.run(bench, "power", "virtual-x86", "on", "--trust");
		assertEquals(0, on.code(), on.err());
		try {
			leavingWithAKeyGivesTheTerminalBack();
			endingTheProcessGivesTheTerminalBack();
			whoHoldsTheKeyboardIsNamed();
		} finally {
			product.run(bench, "power", "virtual-x86", "off");
		}
	}

	private void leavingWithAKeyGivesTheTerminalBack() throws Exception {
		final var terminal = terminal();
		try (var typing = terminal.getOutputStream()) {
			awaitRaw();
			typing.write("\001x".getBytes(StandardCharsets.US_ASCII));
			typing.flush();
			assertTrue(terminal.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
		}
		assertEquals("0", Files.readString(home.resolve("code")).strip());
		assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
	}

	private void endingTheProcessGivesTheTerminalBack() throws Exception {
		final var terminal = terminal();
		awaitRaw();
		terminal.descendants().filter(process -> process.info().command().orElse("").endsWith("java")).forEach(ProcessHandle::destroy);
		assertTrue(terminal.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
		assertEquals("143", Files.readString(home.resolve("code")).strip());
		assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
	}

	/** A console on a terminal of its own, with the terminal's settings before and after in files. */
	private Process terminal() throws Exception {
		for (final String file : List.of("tty", "before", "after", "code", "typescript")) {
			Files.deleteIfExists(home.resolve(file));
		}
		final Path script = home.resolve("terminal");
		Files.writeString(script, "tty >" + home + "/tty; stty -g >" + home + "/before\n'" + String.join("' '", product.command(bench, "console", "virtual-x86"))
				+ "'\necho $? >" + home + "/code\nstty -g >" + home + "/after\n");
		final var terminal = start(List.of("script", "-qefc", "sh " + script, home.resolve("typescript").toString()));
		Thread.ofPlatform().daemon().start(() -> terminal.inputReader().lines().forEach(_ -> { }));
		return terminal;
	}

	private Process start(List<String> command) throws Exception {
		final var process = product.start(command, bench);
		started.add(process);
		return process;
	}

	private void awaitRaw() throws Exception {
		Waits.until("raw mode", LIMIT, () -> Files.exists(home.resolve("typescript")) && Files.readString(home.resolve("typescript"), StandardCharsets.ISO_8859_1).contains("Ctrl-A X")
				&& !settings().equals(Files.readString(home.resolve("before")).strip()));
	}

	private String settings() throws Exception {
		final var stty = new ProcessBuilder("stty", "-g").redirectInput(Path.of(Files.readString(home.resolve("tty")).strip()).toFile()).start();
		return ProductProcess.end(stty).out().strip();
	}

	private void whoHoldsTheKeyboardIsNamed() throws Exception {
		final var first = start(product.command(bench, "console", "virtual-x86", "--no-replay"));
		first.getOutputStream().write('\r');
		first.getOutputStream().flush();
		Waits.until("the answer to a key", LIMIT, () -> first.getInputStream().available() > 0);
		final var second = start(product.command(bench, "console", "virtual-x86"));
		final var ended = ProductProcess.end(second);
		assertEquals(1, ended.code());
		assertTrue(ended.err().contains("process " + first.pid()), ended.err());

		final var third = start(product.command(bench, "console", "virtual-x86", "--take-over", "--timeout", "500ms"));
		third.getOutputStream().write('\r');
		assertEquals(0, ProductProcess.end(third).code());
		first.destroy();
		assertEquals(143, first.waitFor());
	}
}
