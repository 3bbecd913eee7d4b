package dev.benchtop.core.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.core.storage.TransferQueue.Shift;
import dev.benchtop.core.storage.TransferQueue.State;

@Timeout(120)
class TransferQueueTest {

	private static final int BIG = 12 << 20;

	@TempDir
	Path home;

	private FakeStorage storage;
	private Path local;
	private TransferQueue queue;
	private final Object changes = new Object();

	@BeforeEach
	void make() throws IOException, BenchException {
		storage = new FakeStorage(Files.createDirectory(home.resolve("storage")));
		local = Files.createDirectory(home.resolve("local"));
		reopen();
	}

	@AfterEach
	void close() {
		queue.close();
	}

	private void reopen() throws BenchException {
		queue = new TransferQueue(home.resolve("state/transfers.json"), this::find);
		queue.subscribe(this::signal);
	}

	private Location find(String text) throws BenchException {
		return text.startsWith("fake:/") ? storage.at(text.substring("fake:/".length())) : new Locations(List.of()).locate(text, Optional.empty(), home);
	}

	private void signal() {
		synchronized (changes) {
			changes.notifyAll();
		}
	}

	private void await(BooleanSupplier condition) throws InterruptedException {
		synchronized (changes) {
			while (!condition.getAsBoolean()) {
				changes.wait(1000);
			}
		}
	}

	private State state(Item item) {
		return queue.item(item.id()).orElseThrow().state();
	}

	private void awaitState(Item item, State state) throws InterruptedException {
		await(() -> state(item) == state);
	}

	private Item download(String name, int size) throws IOException {
		final var bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		Files.write(storage.folder().resolve(name), bytes);
		return queue.add(storage.at(name), Location.of(local.resolve(name)), TransferOptions.COPY);
	}

	@Test
	void transfersRunToTheirEnd() throws Exception {
		final var one = download("a", BIG);
		final var other = download("b", 100);
		awaitState(one, State.DONE);
		awaitState(other, State.DONE);
		final var done = queue.item(one.id()).orElseThrow();
		assertEquals(BIG, done.bytes());
		assertEquals(BIG, done.total());
		assertEquals("fake:/a", done.from());
		assertEquals(local.resolve("a").toString(), done.to());
		assertEquals(-1, Files.mismatch(storage.folder().resolve("a"), local.resolve("a")));
		queue.clearFinished();
		assertEquals(List.of(), queue.items());
	}

	@Test
	void twoRunAtOnceInTheOrderThatTheUserWants() throws Exception {
		storage.faults().holdReadsFrom(0);
		final var a = download("a", 10);
		final var b = download("b", 10);
		final var c = download("c", 10);
		final var d = download("d", 10);
		assertEquals(List.of(State.RUNNING, State.RUNNING, State.QUEUED, State.QUEUED), queue.items().stream().map(Item::state).toList());
		queue.shift(d.id(), Shift.TOP);
		queue.shift(a.id(), Shift.DOWN);
		queue.shift(c.id(), Shift.UP);
		assertEquals(List.of(d.id(), b.id(), c.id(), a.id()), queue.items().stream().map(Item::id).toList());
		queue.shift(c.id(), Shift.BOTTOM);
		assertEquals(List.of(d.id(), b.id(), a.id(), c.id()), queue.items().stream().map(Item::id).toList());
		queue.limit(1);
		storage.faults().release(2);
		awaitState(a, State.DONE);
		awaitState(b, State.DONE);
		awaitState(d, State.RUNNING);
		assertEquals(State.QUEUED, state(c));
		storage.faults().release(2);
		awaitState(c, State.DONE);
	}

	@Test
	void whatRunsAgainIsNotTakenAwayForTheTimeBefore() throws Exception {
		storage.faults().holdReadsFrom(10 << 20);
		Files.write(storage.folder().resolve("a"), new byte[BIG]);
		final var transfer = new QueuedTransfer(1, storage.at("a"), Location.of(local.resolve("a")), TransferOptions.COPY);
		final var token = new CancelToken();
		final var moved = new AtomicLong();
		final var run = new FutureTask<>(() -> transfer.run(this::find, new Progress() {
			@Override
			public CancelToken token() {
				return token;
			}

			@Override
			public void advance(long bytes) {
				moved.addAndGet(bytes);
				signal();
			}
		}));
		Thread.ofPlatform().daemon().start(run);
		await(() -> moved.get() >= 9 << 20);
		transfer.discard();
		storage.faults().release(1000);
		assertTrue(run.get().success());
		assertEquals(-1, Files.mismatch(storage.folder().resolve("a"), local.resolve("a")));
	}

	@Test
	void whatIsPausedGoesOnWhereItWas() throws Exception {
		storage.faults().holdReadsFrom(10 << 20);
		final var item = download("a", BIG);
		await(() -> queue.item(item.id()).orElseThrow().bytes() >= 9 << 20);
		queue.pause(item.id());
		assertEquals(State.PAUSED, state(item));
		queue.resume(item.id());
		awaitState(item, State.RUNNING);
		storage.faults().release(1000);
		awaitState(item, State.DONE);
		assertEquals(-1, Files.mismatch(storage.folder().resolve("a"), local.resolve("a")));
		assertTrue(queue.item(item.id()).orElseThrow().message().contains("Goes on after"), queue.items()::toString);
	}

	@Test
	void whatRanWhenItWasClosedGoesOnAfterARestart() throws Exception {
		storage.faults().holdReadsFrom(10 << 20);
		final var item = download("a", BIG);
		await(() -> queue.item(item.id()).orElseThrow().bytes() >= 9 << 20);
		queue.close();
		assertTrue(Files.exists(local.resolve(".a.part")));
		storage.faults().release(1000);
		reopen();
		awaitState(item, State.DONE);
		assertEquals(-1, Files.mismatch(storage.folder().resolve("a"), local.resolve("a")));
	}

	@Test
	void aFailureTellsWhyAndIsTriedAgain() throws Exception {
		final var item = queue.add(storage.at("none"), Location.of(local.resolve("none")), TransferOptions.COPY);
		awaitState(item, State.FAILED);
		assertEquals("fake:/none: It cannot be read: it does not exist", queue.item(item.id()).orElseThrow().message());
		Files.write(storage.folder().resolve("none"), new byte[10]);
		queue.retry(item.id());
		awaitState(item, State.DONE);
		assertEquals("", queue.item(item.id()).orElseThrow().message());
	}

	@Test
	void whatIsCancelledLeavesNothing() throws Exception {
		storage.faults().holdReadsFrom(10 << 20);
		final var item = download("a", BIG);
		await(() -> queue.item(item.id()).orElseThrow().bytes() >= 9 << 20);
		queue.cancel(item.id());
		assertEquals(State.CANCELLED, state(item));
		await(() -> local.toFile().list().length == 0);
		queue.remove(item.id());
		assertEquals(List.of(), queue.items());
	}

	@Test
	void secretsOfUrlsAreNotSaved() throws Exception {
		storage.faults().holdReadsFrom(0);
		Files.write(storage.folder().resolve("x"), new byte[10]);
		final String url = "https://joe:pass@host/x?X-Amz-Signature=abc";
		final var item = queue.add(new Location(Urls.redacted(url), storage.at("x").path(), Optional.empty()), Location.of(local.resolve("x")), TransferOptions.COPY);
		queue.pause(item.id());
		queue.close();
		final String saved = Files.readString(home.resolve("state/transfers.json"));
		assertFalse(saved.contains("pass") || saved.contains("abc"), saved);
		reopen();
		awaitState(item, State.FAILED);
		assertTrue(queue.item(item.id()).orElseThrow().message().contains("secret"), queue.items()::toString);
	}

	@Test
	void aFileThatIsNoQueueIsNotReplaced() throws Exception {
		queue.close();
		Files.writeString(home.resolve("state/transfers.json"), "{ nonsense");
		assertThrows(BenchException.class, this::reopen);
		assertEquals("{ nonsense", Files.readString(home.resolve("state/transfers.json")));
	}
}
