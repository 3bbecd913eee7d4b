package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.testing.Needs;

/** The product's window, driven by keys, closed and started again: it comes back as it was left. */
class RestartTest {

	private static final String BOARD = "virtual-arm64";
	private static final Duration UP = Duration.ofMinutes(2);
	/** One that opens with the window has the command still greyed, as no board is selected yet. */
	private static final int MENUS = 3;

	@TempDir
	private Path home;

	private ProductProcess product;
	private Path bench;

	@BeforeEach
	void sampleBench() throws Exception {
		Needs.programs("xdotool", "qemu-system-aarch64");
		product = new ProductProcess(home);
		bench = Samples.copyBench(home.resolve("bench"));
		assertEquals(0, product.run(bench, "trust").code());
	}

	@AfterEach
	void off() throws Exception {
		product.run(bench, "power", BOARD, "off");
	}

	@Test
	void itsConsoleTabIsThereAgainAndTakesKeys() throws Exception {
		final var first = product.start(product.window("--bench", bench.toString()), home);
		try {
			final String window = window(first);
			for (int i = 0; i < MENUS; i++) {
				keys(window, "alt+c", "Return", "Escape");
			}
			keys(window, "alt+F4");
			Waits.until("the end of the window", UP, () -> !first.isAlive());
			assertEquals(0, first.exitValue());
		} finally {
			first.destroyForcibly().waitFor();
		}
		final String layout = Files.readString(home.resolve("workspace/.metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi"));
		assertTrue(layout.contains("dev.benchtop.ui.console.view:" + BOARD + "/machine.console"), "no tab in the layout");
		for (final String clutter : List.of("SearchField", "PerspectiveSwitcher", "org.eclipse.ui.workbench.file", "org.eclipse.ui.workbench.navigate")) {
			assertFalse(layout.contains("elementId=\"" + clutter + '"'), clutter + " of the platform is in the window");
		}

		assertEquals(0, product.run(bench, "power", BOARD, "on").code());
		final var second = product.start(product.window(), home);
		try {
			final String window = window(second);
			Waits.until("the echo of what is typed into the tab", UP, () -> {
				xdotool("windowactivate", "--sync", window, "type", "echo again\n");
				return product.run(bench, "console", BOARD, "--read-only", "--timeout", "300ms").out().contains("\nagain");
			});
			Pictures.take("window-restored");
		} finally {
			second.destroyForcibly().waitFor();
		}
	}

	/** Presses keys one after the other; each is meant for what the one before has opened. */
	private static void keys(String window, String... keys) throws Exception {
		for (final String key : keys) {
			xdotool("windowactivate", "--sync", window, "sleep", "1", "key", key);
		}
	}

	private static void xdotool(String... words) throws Exception {
		final var command = new ArrayList<>(List.of("xdotool"));
		command.addAll(List.of(words));
		Tools.run(command);
	}

	/** The id of the window of that process, once it shows its bench. */
	private static String window(Process process) throws Exception {
		return Waits.forSome("the window", UP, () -> {
			assertTrue(process.isAlive(), "the window has ended");
			final var search = new ProcessBuilder("xdotool", "search", "--onlyvisible", "--pid", Long.toString(process.pid()), "--name", "^Benchtop . bench$").start();
			final String found = new String(search.getInputStream().readAllBytes()).strip();
			return found.isEmpty() ? Optional.empty() : found.lines().findFirst();
		});
	}
}
