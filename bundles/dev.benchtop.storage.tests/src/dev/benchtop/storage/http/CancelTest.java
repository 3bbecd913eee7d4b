package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.testing.Beats;

@Timeout(60)
class CancelTest {

	private final CountDownLatch asked = new CountDownLatch(1);
	private final CountDownLatch over = new CountDownLatch(1);

	/** Closes while a call blocks in another thread, and sees how that ends. */
	private void closes(Closeable closeable, FutureTask<?> call) throws Exception {
		Thread.ofVirtual().start(call);
		asked.await();
		final var limit = Beats.of(Duration.ofSeconds(1));
		closeable.close();
		final var failure = assertThrows(ExecutionException.class, call::get);
		assertFalse(limit.isDone());
		assertEquals(Kind.CLOSED, ((BackendException) failure.getCause()).kind(), failure.getCause().toString());
		over.countDown();
	}

	private ScriptedServer silent() throws IOException {
		return ScriptedServer.start(request -> {
			asked.countDown();
			await();
			return Reply.of(200);
		});
	}

	private void await() {
		try {
			over.await();
		} catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void closingTheEngineEndsACallThatWaitsForItsAnswer() throws Exception {
		try (var server = silent(); var engine = Engines.quick()) {
			closes(engine, new FutureTask<>(() -> engine.send(Call.get(Url.parse(server.url())))));
			assertEquals(Kind.CLOSED, assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse(server.url())))).kind());
		}
	}

	@Test
	void closingAnExchangeEndsItAlone() throws Exception {
		try (var server = silent(); var other = ScriptedServer.start(request -> Reply.of(204)); var engine = Engines.quick()) {
			final var exchange = engine.exchange(Call.get(Url.parse(server.url())));
			closes(exchange, new FutureTask<>(exchange::reply));
			try (var reply = engine.send(Call.get(Url.parse(other.url())))) {
				assertEquals(204, reply.status());
			}
		}
	}

	@Test
	void closingAStreamEndsAReadThatBlocks() throws Exception {
		try (var server = ScriptedServer.start(request -> Reply.of(200).body(new byte[100_000]).holdAt(50_000, over)); var engine = Engines.quick()) {
			final var in = engine.read(Url.parse(server.url()), 0, -1, Optional.empty());
			in.readNBytes(50_000);
			closes(in, new FutureTask<>(() -> {
				asked.countDown();
				return in.read();
			}));
		}
	}

	@Test
	void closingAStreamEndsAPauseBetweenAttempts() throws Exception {
		final var slow = HttpSettings.STANDARD.patience(Duration.ofSeconds(20), 4, Duration.ofMinutes(5));
		try (var server = ScriptedServer.start(request -> {
			asked.countDown();
			return Reply.of(200).body(new byte[1000]).cutAt(10);
		}); var engine = new HttpEngine(slow)) {
			final var in = engine.read(Url.parse(server.url()), 0, -1, Optional.empty());
			closes(in, new FutureTask<>(in::readAllBytes));
		}
	}

	@Test
	void closingTheEngineEndsAStream() throws Exception {
		try (var server = ScriptedServer.start(request -> Reply.of(200).body(new byte[100_000]).holdAt(50_000, over)); var engine = Engines.quick()) {
			final var in = engine.read(Url.parse(server.url()), 0, -1, Optional.empty());
			in.readNBytes(50_000);
			closes(engine, new FutureTask<>(() -> {
				asked.countDown();
				return in.read();
			}));
		}
	}
}
