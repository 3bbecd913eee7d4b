import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.benchtop.core.console.LogQuery;
import dev.benchtop.core.console.LogSearch;
import dev.benchtop.core.console.LogText;

/** Measures how long it takes to find the one line of a log that is looked for; see README.md. */
public final class LogFindBenchmark {

	private static final List<String> PLAIN = List.of("usb 1-1.4: new high-speed USB device number 5 using xhci_hcd", "mmc0: new HS400 MMC card at address 0001",
			"random: crng init done", "EXT4-fs (mmcblk0p2): mounted filesystem with ordered data mode. Quota mode: none.");
	private static final List<String> COLOURED = List.of("\u001b[0;32m  OK  \u001b[0m Started \u001b[0;1;39mNetwork Manager\u001b[0m.", "usb 1-1: device descriptor read/64");
	private static final String WANTED = "Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(179,2) ESR 0xdeadbeef";
	/** The last ones have no text that has to be there. */
	private static final List<String> PATTERNS = List.of("kernel panic", "panic.*0x[0-9a-f]{8}$", "panic|oops|BUG:", "(?:panic|oops) - ", "\\(\\d{3},\\d\\)", "[(]\\d{3},\\d[)]",
			"0x\\p{XDigit}{8}$", "\\b[A-Z]{3} 0x\\w+", "[^ -~]|0x[a-f]{8}", "\\d{6}\\] [J-L]\\w+");

	private LogFindBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		final Path folder = Files.createDirectories(Path.of(arguments[0])).toRealPath();
		final int lines = Integer.parseInt(arguments[1]);
		final int rounds = Integer.parseInt(arguments[2]);
		System.out.println("| pattern | plain, ms | coloured, ms |\n|---|---:|---:|");
		try (var plain = new LogText(write(folder.resolve("plain.log"), PLAIN, lines)); var coloured = new LogText(write(folder.resolve("coloured.log"), COLOURED, lines))) {
			plain.refresh();
			coloured.refresh();
			for (final String pattern : PATTERNS) {
				System.out.println("| `" + pattern.replace("|", "\\|") + "` | " + measure(plain, pattern, rounds) + " | " + measure(coloured, pattern, rounds) + " |");
			}
		}
	}

	private static Path write(Path log, List<String> words, int lines) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(log)) {
			for (int i = 0; i < lines - 1; i++) {
				out.write("[%12.6f] %s\r\n".formatted(i / 1000.0, words.get(i % words.size())));
			}
			out.write("[%12.6f] %s\r\n".formatted(lines / 1000.0, WANTED));
		}
		return log;
	}

	/** The median of the times until it was found, with the first round left out. */
	private static long measure(LogText text, String pattern, int rounds) throws IOException {
		final var nanos = new ArrayList<Long>();
		for (int round = 0; round <= rounds; round++) {
			final long begin = System.nanoTime();
			final var search = new LogSearch(text, LogQuery.of(pattern, true, pattern.contains("[A-Z]")), 0);
			while (search.step()) {
				continue;
			}
			if (search.count() != 1) {
				throw new IllegalStateException(pattern + " is there " + search.count() + " times");
			}
			if (round > 0) {
				nanos.add(System.nanoTime() - begin);
			}
		}
		Collections.sort(nanos);
		return nanos.get(nanos.size() / 2) / 1_000_000;
	}
}
