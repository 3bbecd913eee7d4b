package dev.benchtop.ui.console.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.LogQuery;
import dev.benchtop.core.console.LogText;

class LogWatchTest implements LogWatch.Listener {

	@TempDir
	private Path folder;
	private final List<Long> marked = new ArrayList<>();
	private final List<String> said = new ArrayList<>();

	@Test
	void whatWasSaidBeforeIsMarkedAndWhatIsSaidNowIsTold() throws IOException {
		say("panic 1\nquiet\npanic 2\n");
		try (var text = new LogText(folder.resolve("console.log"))) {
			text.refresh();
			final var watch = new LogWatch(text, LogQuery.of("panic", true, true), this);
			go(text, watch);
			assertEquals(List.of(0L, 2L), marked);
			assertEquals(List.of(), said);
			say("quiet\npanic panic 3");
			go(text, watch);
			assertEquals(List.of("panic panic 3"), said);
			say(" goes on\npanic 4\n");
			go(text, watch);
			assertEquals(List.of(0L, 2L, 4L, 5L), marked);
			assertEquals(List.of("panic panic 3", "panic 4"), said);
		}
	}

	private static void go(LogText text, LogWatch watch) throws IOException {
		text.refresh();
		while (watch.step()) {
			continue;
		}
	}

	private void say(String words) throws IOException {
		Files.writeString(folder.resolve("console.log"), words, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	@Override
	public void marked(List<Long> lines) {
		marked.addAll(lines);
	}

	@Override
	public void said(LogLine line) {
		said.add(line.text());
	}
}
