package dev.benchtop.ui.console.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.console.LogQuery;

@Timeout(60)
class LogReaderTest {

	@TempDir
	private Path folder;
	private Path log;
	private final Semaphore news = new Semaphore(0);

	@BeforeEach
	void name() {
		log = folder.resolve("console.log");
	}

	@Test
	void whatIsSaidIsTold() throws Exception {
		try (var reader = new LogReader(log, news::release)) {
			say("one\ntwo\n");
			until(() -> reader.text().endLine() == 2);
			say("three\n");
			until(() -> reader.text().endLine() == 3);
		}
	}

	@Test
	void aSearchGoesOnWithTheLog() throws Exception {
		say("hit\nmiss\n".repeat(1000));
		try (var reader = new LogReader(log, news::release)) {
			until(() -> reader.text().endLine() == 2000);
			final var search = reader.find(LogQuery.of("hit", false, true), 500);
			until(() -> search.count() == 1000 && !reader.searching());
			say("hit\n");
			until(() -> search.count() == 1001);
			final var other = reader.find(LogQuery.of("miss", false, true), 0);
			until(() -> other.count() == 1000);
			assertEquals(1001, search.count(), "the search before went on");
		}
	}

	@Test
	void itRestsWhileNobodyLooks() throws Exception {
		try (var reader = new LogReader(log, news::release)) {
			reader.pause(true);
			final var done = new CountDownLatch(1);
			reader.soon(_ -> done.countDown());
			assertTrue(done.await(30, TimeUnit.SECONDS));
			reader.pause(false);
			say("one\n");
			until(() -> reader.text().endLine() == 1);
		}
	}

	private void until(BooleanSupplier condition) throws InterruptedException {
		while (!condition.getAsBoolean()) {
			assertTrue(news.tryAcquire(30, TimeUnit.SECONDS), "nothing was told");
		}
	}

	private void say(String words) throws Exception {
		Files.writeString(log, words, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}
}
